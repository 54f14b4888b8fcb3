"""What is compared, and what came of it."""
import contextlib
import os
import shlex

from . import reference, screens
from .screens import Failure

ALL = ("-nodecount=0", "-nodefraction=0")
SHOWN = 3		# mismatches of one case that are printed
NUMBER = 24		# columns of the longest number


def brief(text):
    """Its ends, where it is long."""
    return text if len(text) <= 120 else text[:70] + " ... " + text[-40:]


class Case:
    """What is compared on one screen: its mismatches or why it cannot be."""

    def __init__(self, kind, subject, note=""):
        self.kind, self.subject, self.note = kind, subject, note
        self.wrong, self.why, self.checks = [], "", 0

    def expect(self, claim, what, got, want, command=""):
        self.checks += 1
        if not claim:
            self.wrong.append("%s: %s, the reference %s%s" % (
                brief(what), brief(repr(got)), brief(repr(want)),
                "  (%s)" % command if command else ""))
        return claim

    def equal(self, what, got, want, command=""):
        return self.expect(got == want, what, got, want, command)

    def number(self, what, cell, pair, command=""):
        """A cell against the texts of its number in two units."""
        if self.subject.flags:		# changes have a sign
            cell = cell[cell[:1] == "+":]
        return self.expect(fits(cell, *pair), what, cell, pair[0], command)

    @contextlib.contextmanager
    def about(self, name):
        """Puts the name before the mismatches that come up meanwhile."""
        before = len(self.wrong)
        try:
            yield
        except Failure as failure:
            self.wrong.append(str(failure))
        if name:
            self.wrong[before:] = ["%s: %s" % (brief(name), wrong)
                                   for wrong in self.wrong[before:]]

    def skip(self, why):
        self.why = why
        return self

    def lines(self, verbose):
        wrong = self.wrong if verbose else self.wrong[:SHOWN]
        head = "FAIL %s %s%s: " % (self.kind, self.subject.title, self.note)
        out = [head + line for line in wrong]
        if len(wrong) < len(self.wrong):
            out.append(head + "and %d more" % (len(self.wrong) - len(wrong)))
        return out


def short(flag):
    name, _, value = flag.partition("=")
    return name + "=" + os.path.basename(value)


class Subject:
    """One sample type of a profile, or of a pair of them."""

    def __init__(self, ref, files, flags=(), kind=0):
        self.ref, self.files, self.flags = ref, list(files), list(flags)
        self.type, self.memo = kind, {}
        self.title = " ".join([*map(short, self.flags),
                               *map(os.path.basename, self.files),
                               "type %d" % kind])

    def of_type(self, kind):
        return Subject(self.ref, self.files, self.flags, kind)

    def types(self):
        return self.ref.types(self.flags, self.files)

    def arguments(self):
        return self.flags + self.files

    def all_flags(self, flags):
        return [*flags, "-sample_index=%d" % self.type, *self.flags]

    def ask(self, *flags):
        return self.ref.ask(self.all_flags(flags), self.files)

    def command(self, *flags):
        return shlex.join(["go", "tool", "pprof", "-symbolize=none",
                           *self.all_flags(flags), *self.files])

    def unit(self):
        """What plain -top is in, as a flag; none for plain numbers."""
        unit = reference.top_unit(self.ask("-top") or "")
        return ["-unit=" + unit] if unit else []


def fits(cell, text, own):
    """A cell is blank for 0, and where the unit is too large, in its own."""
    if text in ("0", "."):
        text = "" if own in ("0", ".") else own
    text = screens.escaped(text)
    if len(text) > NUMBER:		# the unit is cut, with a mark or without
        return cell in (text[:NUMBER], text[:NUMBER - 1] + "\u2026", text)
    return cell == text


class Report:
    """A report in the view's unit, and the same in own units."""

    def __init__(self, subject, read, *flags):
        flags = [*flags, *ALL]
        unit = subject.unit()
        self.subject = subject
        self.command = subject.command(*flags, *unit)
        self.read = read(subject.ask(*flags, *unit))
        self.own = read(subject.ask(*flags, "-unit=auto"))

    def rows(self):
        return list(zip(self.read, self.own))


def both(pair, field):
    """The two texts of a number."""
    return getattr(pair[0], field), getattr(pair[1], field)
