"""The list of functions against -top: of one profile and of pairs."""
import subprocess

from . import reference, screens
from .case import Case, Report, both
from .screens import Script, wide


def check_numbers(case, what, cells, pair, command):
    """flat, flat%, sum%, cum, cum% of a row."""
    row, own = pair
    case.number(what + " flat", cells[0], both(pair, "flat"), command)
    case.number(what + " cum", cells[3], both(pair, "cum"), command)
    case.equal(what + " flat%", cells[1],
               "" if own.flat == "0" else row.flat_share, command)
    case.equal(what + " cum%", cells[4],
               "" if own.cum == "0" else row.cum_share, command)
    case.expect(cells[2] in (row.sum_share, "") and
                (cells[2] or float(row.sum_share[:-1]) == 0),
                what + " sum%", cells[2], row.sum_share, command)


def check_top(case, table, rows, report):
    """Rows of the list against those of -top, one by one."""
    pairs = report.rows()
    case.equal("rows", table.n, len(pairs), report.command)
    if not pairs:
        return
    case.equal("titles", table.titles[:5],
               ["flat", "flat%", "sum%", "cum", "cum%"])
    for i, (cells, pair) in enumerate(zip(rows, pairs)):
        what = "row %d" % (i + 1)
        case.expect(screens.same_name(cells[5], pair[0].name),
                    what + " name", cells[5], pair[0].name, report.command)
        check_numbers(case, what, cells, pair, report.command)


def run(pprowl, base, subjects):
    """Lists of all types of a profile in one go; yields cases."""
    reports = [Report(s, reference.read_top, "-top") for s in subjects]
    script, shots = Script(wide(0)), []
    script.add("z")
    for subject, report in zip(subjects, reports):
        script.add(":sample_index=%d" % subject.type)
        script.resize(wide(len(report.read)))
        shots.append(screens.add_pages(script, len(report.read)))
    dumps = script.run(pprowl, base.arguments())
    for subject, report, shot in zip(subjects, reports, shots):
        case = Case("top", subject)
        with case.about(""):
            table, rows = screens.read_pages(dumps, shot, len(report.read))
            check_top(case, table, rows, report)
        yield case


# Pairs.


def run_pages(pprowl, subject, keys, lengths):
    """Goes through keys and, after each, all of a list of so many rows."""
    script, shots = Script(wide(max(lengths))), []
    script.add("z", ":sample_index=%d" % subject.type)
    for key, n in zip(keys, lengths):
        if key:
            script.add(key)
        shots.append(screens.add_pages(script, n))
    dumps = script.run(pprowl, subject.arguments())
    for shot, n in zip(shots, lengths):
        yield screens.read_pages(dumps, shot, n)


def run_difference(pprowl, subject):
    case = Case("compare", subject)
    report = Report(subject, reference.read_top, "-top")
    for table, rows in run_pages(pprowl, subject, [""], [len(report.read)]):
        check_top(case, table, rows, report)
    yield case


class Sides:
    """What each profile says alone, and the change, by name as shown."""

    def __init__(self, subject, sides, unit):
        self.of = [self.by_name(s, unit) for s in (*sides, subject)]
        self.names = set(self.of[0]) | set(self.of[1])

    @staticmethod
    def by_name(subject, unit):
        flags = ("-top", "-nodecount=0", "-nodefraction=0")
        rows = [reference.read_top(subject.ask(*flags, *more))
                for more in (unit, ["-unit=auto"])]
        return {reference.plain_name(screens.shown_name(row.name)): (row, own)
                for row, own in zip(*rows)}

    def find(self, shown):
        """The name that is shown, if need be cut short."""
        if shown in self.names:
            return shown
        found = [name for name in self.names
                 if screens.same_name(shown, name)]
        return found[0] if len(found) == 1 else None


def cell_unit(rows, columns):
    """The largest unit of these columns: what does not fit it has its own."""
    units = {reference.unit_of(row[i].lstrip("+"))
             for row in rows for i in columns if row[i]}
    units = [unit for unit in reference.UNITS if unit in units]
    return ["-unit=" + units[-1]] if units else []


def check_ratio(case, what, cells):
    """A ratio, new or gone; nothing for nothing."""
    base, current, change, ratio = cells[:4]
    want = "1.00x" if base and not change else "" if not base + current else \
           "new" if not base else "gone" if not current else "x"
    case.expect(ratio == want or want == "x" and ratio.endswith("x"),
                what, ratio, want)


def check_sides(case, field, rows, sides):
    """base, current, change and ratio of each row, of flat or of cum."""
    none = reference.Row(*["0"] * 6)
    seen = set()
    for cells in rows:
        name = sides.find(reference.plain_name(cells[4]))
        if not case.expect(name is not None, "name", cells[4], "no such"):
            continue
        seen.add(name)
        for i, what in enumerate(("base", "current", "change")):
            pair = sides.of[i].get(name, (none, none))
            case.number("%s %s" % (name, what), cells[i], both(pair, field))
        check_ratio(case, name + " ratio", cells)
    missing = sorted(sides.names - seen)
    case.equal("missing", missing[:3], [])


def run_both(pprowl, subject, sides):
    """Side by side, by flat and by cum."""
    n = len(Sides(subject, sides, []).names)
    fields = ("flat", "cum")
    pages = run_pages(pprowl, subject, ["d", "c"], [n, n])
    for field, (table, rows) in zip(fields, pages):
        case = Case("compare", subject, " side by side, " + field)
        case.equal("rows", table.n, n)
        unit = cell_unit(rows, (0, 1, 2))
        check_sides(case, field, rows, Sides(subject, sides, unit))
        yield case


def run_only(pprowl, subject, sides):
    """Base only and current only: the lists of each profile alone."""
    reports = [Report(side, reference.read_top, "-top") for side in sides]
    pages = run_pages(pprowl, subject, ["d d", "d"],
                      [len(report.read) for report in reports])
    for what, report, (table, rows) in zip(("base", "current"), reports,
                                           pages):
        case = Case("compare", subject, " %s only" % what)
        check_top(case, table, rows, report)
        yield case


def drops_frames(pprowl, path):
    """Whether the profile asks for frames to be dropped, and that happens."""
    said = [subprocess.run([pprowl, "-top", "-cum", flag, path], check=False,
                           capture_output=True).stdout
            for flag in ("-all_frames", "-all_frames=false")]
    return said[0] != said[1]
