"""Callers and callees against -peek."""
from . import functions, reference, screens
from .case import Case, Report, both
from .screens import NARROW, Script

LAST = "callers, function, callees"
INDENT = 2


def n_rows(peek):
    """An empty side is a row that says so."""
    return max(len(peek.callers), 1) + 1 + max(len(peek.callees), 1)


def pair_up(rows, edges):
    """Edges of +w and -w stand in any order in the reference."""
    left = list(edges)
    for row in rows:
        size = left[0][0].weight.lstrip("-")
        same = [edge for edge in left
                if edge[0].weight.lstrip("-") == size and
                screens.same_name(row[2], edge[0].name)]
        edge = same[0] if same else left[0]
        left.remove(edge)
        yield row, edge


def check_edges(case, what, rows, edges, command, has_shares):
    """
    Rows, heaviest first, against pairs of edges.  There are no shares of a
    function that comes to nothing.
    """
    if not edges:
        case.equal(what, [row[:2] for row in rows], [["", ""]], command)
        return
    if not case.equal(what + "s", len(rows), len(edges), command):
        return
    if any(edge[0].weight.startswith("-") for edge in edges):
        order = pair_up(rows, edges)
    else:
        order = zip(rows, edges)
    for row, pair in order:
        edge = pair[0]
        label = "%s %s" % (what, edge.name)
        case.expect(screens.same_name(row[2], edge.name), label + " name",
                    row[2], edge.name, command)
        case.number(label, row[0], both(pair, "weight"), command)
        case.equal(label + " share", row[1],
                   edge.share if row[0] and has_shares else "", command)


def check_centre(case, row, pair, command):
    """The function itself: its cum as weight, its flat beside the name."""
    name, _, flat = row[2].rpartition("  flat ")
    case.expect(screens.same_name(name, pair[0].name), "name", name,
                pair[0].name, command)
    case.number("cum", row[0], both(pair, "cum"), command)
    case.number("flat", "" if flat == "0" else flat,
                both(pair, "flat"), command)


def check_peek(case, rows, pair, command):
    peek, own = pair
    centre = max(len(peek.callers), 1)
    if not case.equal("rows", len(rows), n_rows(peek), command):
        return
    has_shares = own.row.cum != "0"
    callers, callees = rows[:centre][::-1], rows[centre + 1:]
    check_edges(case, "caller", callers,
                list(zip(peek.callers, own.callers)), command, has_shares)
    check_centre(case, rows[centre], (peek.row, own.row), command)
    check_edges(case, "callee", callees,
                list(zip(peek.callees, own.callees)), command, has_shares)


def read_rows(screens_of, shots, n):
    """Names without the blanks they are set in by."""
    _, rows = screens.read_pages(screens_of, shots, n, LAST)
    return [[*row[:-1], row[-1].strip(" ")] for row in rows]


def add_peek(script, n):
    script.resize(screens.wide(n))
    return screens.add_pages(script, n)


def visit(pprowl, base, report, wanted):
    """The screens of these functions' peeks, and which are whose."""
    script = Script(NARROW)
    script.add(":sample_index=%d" % report.subject.type)
    shots = functions.add_visits(script, wanted, "3", lambda s, f: add_peek(
        s, n_rows(report.read[f.name])))
    return script.run(pprowl, base.arguments()), shots


def run(pprowl, base, subject):
    """The peeks of a sample type; yields a case."""
    wanted = functions.choose(subject)
    case = Case("peek", subject)
    yield case if wanted else case.skip("nothing was measured")
    if not wanted:
        return
    report = Report(subject, reference.read_peeks,
                    "-peek=" + functions.pattern(wanted))
    wanted = [f for f in wanted if f.name in report.read]
    dumps, shots = visit(pprowl, base, report, wanted)
    for function, shot in zip(wanted, shots):
        pair = report.read[function.name], report.own[function.name]
        command = subject.command(*subject.unit(), "-peek=" +
                                  functions.pattern([function]))
        with case.about(function.name):
            check_peek(case, read_rows(dumps, shot, n_rows(pair[0])), pair,
                       command)
