"""Lines of source against -top -lines, and -list where no function recurs.

-list adds the lines of a function up, so that one that is on a stack twice
counts twice; -top -lines counts a line once.  What has no name is looked at
by address.
"""
import collections
import os
import re
import subprocess

from . import functions, reference, screens
from .case import Case, Report, both
from .screens import COLS, NARROW, ROWS, Script

TITLES = re.compile(" +flat +flat% +cum +cum%")
PLACE = re.compile(r" [\u258c ][i> ] *(\?|[0-9a-f]+) \u2502(?: (.*))?$")
SUMMARY = re.compile(r" (.*)  flat (.*)  cum (.*), *(\S+%) of (.*)$")
ADDRESS = re.compile(r"([0-9a-f]{16}) (.*)$")
MIDDLE = 200		# rows of a screen
PAGES = 40		# of a file longer than a screen

# A line on the screen; its numbers are the cells of TITLES.
Line = collections.namedtuple("Line", "file place numbers text")


class Page:
    """What stands on the screens of one function."""

    def __init__(self, dumps, files):
        self.files = files
        self.summary = SUMMARY.match(dumps[0][1])
        self.lines = {}
        for dump in dumps:
            self.read(dump)

    def read(self, dump):
        """The titles have the file of the cursor's row, headings others."""
        titles = TITLES.match(dump[2])
        if not titles:
            return
        edges = [0] + [m.end() for m in re.finditer(r"\S+", titles.group())]
        file = dump[2][titles.end():].strip()
        file = self.find_file(file) or file
        rows = dump[3:-1]
        for row in rows:
            row = screens.cells(row)
            place = PLACE.match(screens.cut(row, edges[-1], None))
            if place:
                self.add(file, place, [screens.cut(row, a, b).strip()
                                       for a, b in zip(edges, edges[1:])])
            else:
                file = self.find_file("".join(row).strip()) or file

    def find_file(self, shown):
        """The name of a file that is shown, if need be cut short."""
        if shown in self.files:
            return shown
        found = [file for file in self.files
                 if screens.same_name(shown, file)]
        return found[0] if len(found) == 1 else None

    def add(self, file, place, numbers):
        number, text = place.groups()
        line = Line(file, number, numbers, text or "")
        file = file if any(self.files) else ""
        known = self.lines.get((file, number))
        if not known or any(numbers):
            self.lines[file, number] = line

    def weighted(self):
        return {key: line for key, line in self.lines.items()
                if any(line.numbers)}


def is_unnamed(name):
    """Whether it is that of a mapping in the place of a function's."""
    return name.startswith("[") or name == "<unknown>"


def split_name(name, known):
    """The function, file and line of a name of -top -lines."""
    if name in known:
        return None if is_unnamed(name) else (name, "", 0)
    for at in [i for i, c in enumerate(name) if c == " "][::-1]:
        if name[:at] in known:
            file, _, line = name[at + 1:].rpartition(":")
            return (name[:at], file, int(line)) if line.isdigit() else \
                   (name[:at], name[at + 1:], 0)
    return None


class Lines:
    """What the reference says of all lines: {function: {place: pair}}.

    Flags may say where files are, which cuts their names.
    """

    def __init__(self, subject, flags):
        self.of = collections.defaultdict(dict)
        self.commands = {}
        known = {reference.plain_name(row.name) for row in
                 Report(subject, reference.read_top, "-top").read}
        self.read(subject, ["-lines"] + flags,
                  lambda name: split_name(name, known))
        self.read(subject, ["-addresses"] + flags, self.split_address)

    @staticmethod
    def split_address(name):
        """The reference leaves an address of 0 out."""
        found = ADDRESS.match(name)
        address, name = found.groups() if found else ("0", name)
        return (name, "", address.lstrip("0") or "0") if is_unnamed(name) \
            else None

    def read(self, subject, flags, split):
        report = Report(subject, reference.read_top, "-top", *flags)
        for pair in report.rows():
            place = split(reference.plain_name(pair[0].name))
            if not place or both(pair, "cum") == both(pair, "flat") == \
                    ("0", "0"):
                continue
            function, file, line = place
            key = screens.escaped(file), str(line) if line else "?"
            # Functions that differ in what is not printed: no sum of cum.
            self.of[function][key] = None if key in self.of[function] \
                else pair
            self.commands[function] = report.command


def check_lines(case, page, want, command):
    """Each line with a weight, and no others."""
    got = page.weighted()
    case.equal("lines", sorted(set(got) - set(want))[:3], [], command)
    for key, pair in want.items():
        what = "line %s:%s" % key
        if pair is None:
            continue
        line = got.get(key)
        if not case.expect(line is not None, what, "not there",
                           both(pair, "cum"), command):
            continue
        flat, flat_share, cum, cum_share = line.numbers
        case.number(what + " flat", flat, both(pair, "flat"), command)
        case.number(what + " cum", cum, both(pair, "cum"), command)
        case.equal(what + " flat%", flat_share,
                   pair[0].flat_share if flat else "", command)
        case.equal(what + " cum%", cum_share,
                   pair[0].cum_share if cum else "", command)


def check_listed(case, page, routine, own, command):
    """A routine of -list, which must have been found."""
    for number, row in routine.lines.items():
        line = page.lines.get((screens.escaped(routine.file), str(number)))
        what = "-list %d" % number
        if not case.expect(line is not None, what, "not there", row, command):
            continue
        for i, name in enumerate(("flat", "cum")):
            case.number(what + " " + name, line.numbers[2 * i],
                        (row[i], own.lines[number][i]), command)
        case.equal(what + " text", line.text.rstrip(),
                   row[2].expandtabs(8).rstrip(), command)


def check_summary(case, page, function, pair, command):
    """Flat and cum of the whole function, in one file."""
    if not case.expect(page.summary is not None, "summary", None,
                       function.name):
        return
    name, flat, cum, _, _ = page.summary.groups()
    case.expect(screens.same_name(name, function.name), "summary name", name,
                function.name, command)
    for what, cell in (("flat", flat), ("cum", cum)):
        case.number("summary " + what, "" if cell == "0" else cell,
                    both(pair, what), command)


class Run:
    """One sample type: what is asked and what is said."""

    def __init__(self, pprowl, subject, paths):
        self.pprowl, self.subject = pprowl, subject
        self.flags = ["-source_path=" + ":".join(paths)] if paths else []
        self.wanted = functions.choose(subject)
        self.lines, self.pages = Lines(subject, self.flags), {}
        if self.wanted:
            self.listed = Report(subject, reference.read_list, *self.flags,
                                 "-list=" + functions.pattern(self.wanted))

    def places(self, function):
        """The lines that have to be seen."""
        return set(self.lines.of[function.name]).union(*(
            [(screens.escaped(routine.file), str(line))
             for line in routine.lines]
            for routine in self.listed.read if routine.name == function.name))

    def visit(self, wanted, add):
        script = Script(NARROW)
        script.add(":sample_index=%d" % self.subject.type)
        shots = functions.add_visits(script, wanted, "4", add)
        dumps = script.run(self.pprowl,
                           self.flags + self.subject.arguments())
        for function, shot in zip(wanted, shots):
            files = {file for file, _ in self.lines.of[function.name]}
            self.pages[function.name] = Page([dumps[i] for i in shot], files)

    def read(self):
        """What is not all there is read from the start of the file."""
        self.visit(self.wanted, add_middle)
        cut = [f for f in self.wanted
               if self.places(f) - set(self.pages[f.name].lines)]
        if cut:
            self.visit(cut, add_file)


def add_middle(script, _):
    """The rows around the hottest: most functions are there whole."""
    script.resize((COLS, MIDDLE))
    return [script.dump()]


def add_file(script, _):
    script.resize((COLS, ROWS))
    script.add("g")
    shots = [script.dump()]
    for _ in range(PAGES):
        script.add("C-f")
        shots.append(script.dump())
    return shots


def check_function(case, run, function):
    page = run.pages[function.name]
    command = run.lines.commands.get(function.name, "")
    want = run.lines.of[function.name]
    check_lines(case, page, want, command)
    routines = [pair for pair in run.listed.rows()
                if pair[0].name == function.name]
    command = run.subject.command(*run.flags, *run.subject.unit(), "-list=" +
                                  functions.pattern([function]))
    if function.recurs or not routines:
        return
    if len(routines) == 1:
        check_summary(case, page, function, routines[0], command)
    for routine, own in routines:
        check_listed(case, page, routine, own, command)


def check_all(pprowl, subject, paths):
    case = Case("source", subject, " with files" if paths else "")
    run_of = Run(pprowl, subject, paths)
    if not run_of.wanted:
        return case.skip("nothing was measured")
    run_of.read()
    for function in run_of.wanted:
        with case.about(function.name):
            check_function(case, run_of, function)
    return case


def paths_of(path):
    """Where the sources of a fixture of ours are, those of Go included."""
    folder = os.path.dirname(path)
    name = os.path.basename(path)
    ours = {"before.pb.gz": ".", "after.pb.gz": ".", "cpu.pb.gz": "busy",
            "block.pb.gz": "busy", "mutex.pb.gz": "busy",
            "goroutine.pb.gz": "busy"}.get(name)
    if ours is None or not os.path.isdir(os.path.join(folder, ours)):
        return []
    root = subprocess.run(["go", "env", "GOROOT"], check=True, text=True,
                          capture_output=True).stdout.strip()
    return [os.path.normpath(os.path.join(folder, ours)),
            os.path.join(root, "src")]


def run(pprowl, base, subject):
    """Once without and, of our own fixtures, once with sources."""
    yield check_all(pprowl, subject, [])
    paths = paths_of(base.files[0])
    if paths:
        yield check_all(pprowl, subject, paths)
