#!/usr/bin/env python3
"""Proves the numbers on the screens of pprowl against the reference.

    tests/corpus.py PPROWL [-v] [-j N] [-k KIND,...] [PROFILE...]

Every sample type of every profile goes through `pprowl -script`; what the
screens say is compared with the reports of `go tool pprof`.  Without profiles
it takes the fixtures and, if there is one, ../shared/corpus.

    top      all rows of the list: order, numbers, names, marks of inlining
    peek     callers and callees of the hottest functions, and of one that
             calls itself: weights, shares, order
    source   lines of the same functions
    flame    every frame: what is drawn and what is folded comes to what is
             above it, and folded cells open until all paths are reached
    compare  the list for the difference of two profiles, -base and
             -diff_base; side by side, base only and current only against
             each profile alone; with it come peek, source and flame of
             the difference

A mismatch is a line with the command that shows the reference's number.  The
closing line is `N passed, N failed, N skipped`; one of them is one screen's
worth: a kind, a profile, a sample type.
"""
import argparse
import collections
import concurrent.futures
import glob
import os
import re
import sys
import traceback

sys.dont_write_bytecode = True	# the sources may be read-only
# pylint: disable=wrong-import-position
from oracle import flames, peeks, sources, tops
from oracle.case import Case, Subject
from oracle.reference import Reference
from oracle.screens import Failure

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")

# What is looked at from the list, of each sample type.
PANELS = {
    "peek": peeks.run,
    "source": sources.run,
    "flame": flames.run,
}


def guarded(kind, subject, cases):
    """One thing that breaks must not hide the others."""
    done = []
    try:
        for case in cases():
            done.append(case)
    except Exception as error:  # pylint: disable=broad-except
        case = Case(kind, subject)
        case.wrong.append(str(error) if isinstance(error, Failure)
                          else traceback.format_exc(limit=-3))
        done.append(case)
    return done


def cases_of_profile(pprowl, ref, path, kinds):
    """All that is compared of one profile."""
    base = Subject(ref, [path])
    subjects = [base.of_type(i) for i in range(base.types())]
    if not subjects:
        return [Case("profile", base).skip("the reference cannot read it")]
    cases = []
    if "top" in kinds:		# one run, in which the metric is changed
        cases += guarded("top", base, lambda: tops.run(pprowl, base, subjects))
    for kind, run in PANELS.items():
        for subject in subjects if kind in kinds else []:
            cases += guarded(kind, subject,
                             lambda run=run, s=subject: run(pprowl, base, s))
    return cases


def cases_of_type(pprowl, subjects, sides, is_pruned):
    """
    Both kinds of difference, and what each side says alone.  A pair is
    pruned as the new profile asks, so that it cannot be compared with the
    old one alone if either asks for something.
    """
    cases = []
    for subject in subjects:
        if subject.ask("-top") is None:
            return [Case("compare", subject).skip(
                "the reference cannot compare them")]
        cases += guarded("compare", subject,
                         lambda s=subject: tops.run_difference(pprowl, s))
    for kind, run in PANELS.items():
        cases += guarded(kind, subject,
                         lambda run=run: run(pprowl, subject, subject))
    if is_pruned:
        return cases + [Case("compare", subject).skip(
            "frames are dropped; one side alone drops others")]
    for run in (tops.run_both, tops.run_only):
        cases += guarded("compare", subject,
                         lambda run=run: run(pprowl, subject, sides))
    return cases


def cases_of_pair(pprowl, ref, pair):
    old, new = pair
    is_pruned = any(tops.drops_frames(pprowl, path) for path in pair)
    n = min(Subject(ref, [path]).types() for path in pair)
    cases = []
    for kind in range(n):
        sides = [Subject(ref, [path], kind=kind) for path in pair]
        subjects = [Subject(ref, [new], [flag + old], kind)
                    for flag in ("-base=", "-diff_base=")]
        cases += cases_of_type(pprowl, subjects, sides, is_pruned)
    return cases


def type_line(ref, path):
    """The sample types, as -raw prints them; "" without any."""
    text = ref.ask(["-raw"], [path]) or ""
    found = re.search(r"^Samples:\n(.*)$", text, re.M)
    return found.group(1).replace("[dflt]", "") if found else ""


def pairs_of(ref, profiles):
    """The demo's pair, and neighbours that have the same sample types."""
    demo = [os.path.normpath(os.path.join(TOP, "fixtures/demo", name))
            for name in ("before.pb.gz", "after.pb.gz")]
    last, pairs = {}, [tuple(demo)]
    for path in profiles:
        types = type_line(ref, path)
        if types in last and path not in demo:
            pairs.append((last[types], path))
        if types:
            last[types] = path
    return pairs


def default_profiles():
    """The fixtures, and real profiles where they are at hand."""
    found = []
    for pattern in ("fixtures/*.pb.gz", "fixtures/*.pb",
                    "fixtures/demo/*.pb.gz", "../shared/corpus/*.pb.gz",
                    "../shared/corpus/*.pb", "../shared/corpus/*.pprof"):
        found += sorted(glob.glob(os.path.join(TOP, pattern)))
    return [os.path.normpath(path) for path in found]


def run_all(options, ref):
    """Yields the cases of each piece of work, in order."""
    kinds = options.kinds.split(",") if options.kinds else \
        ["top", *PANELS, "compare"]
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        work = [pool.submit(cases_of_profile, options.pprowl, ref, path,
                            kinds) for path in options.profiles]
        if "compare" in kinds:
            work += [pool.submit(cases_of_pair, options.pprowl, ref, pair)
                     for pair in pairs_of(ref, options.profiles)]
        for job in work:
            yield from job.result()


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pprowl")
    parser.add_argument("profiles", nargs="*")
    parser.add_argument("-v", dest="verbose", action="store_true",
                        help="print all mismatches of a case")
    parser.add_argument("-j", dest="jobs", type=int,
                        default=os.cpu_count() or 1)
    parser.add_argument("-k", dest="kinds", default="",
                        help="only these kinds, such as top,peek")
    options = parser.parse_intermixed_args()
    options.pprowl = os.path.abspath(options.pprowl)
    options.profiles = options.profiles or default_profiles()
    return options


def main():
    options = parse_arguments()
    counts = collections.defaultdict(collections.Counter)
    reasons = collections.Counter()
    for case in run_all(options, Reference()):
        result = "failed" if case.wrong else \
                 "skipped" if case.why else "passed"
        counts[case.kind].update({result: 1, "checks": case.checks})
        if case.why:
            reasons[case.why] += 1
        for line in case.lines(options.verbose):
            print(line, flush=True)
    for kind, n in counts.items():
        print("%-8s %d passed, %d failed, %d skipped; %d comparisons" % (
            kind, n["passed"], n["failed"], n["skipped"], n["checks"]))
    for why, n in reasons.items():
        print("skipped  %d: %s" % (n, why))
    total = sum(counts.values(), collections.Counter())
    print("%d passed, %d failed, %d skipped" % (
        total["passed"], total["failed"], total["skipped"]))
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
