"""Frames of the flame graph against -traces.

Every box of a graph is visited, one after the other, by searching for
anything: its row of numbers says its name, flat and cum, its marked cells
where it stands.  Folded cells are zoomed into until every path of -traces has
been met.  Numbers are compared in the smallest unit, where they are whole.
"""
import bisect
import collections
import re

from . import reference, screens
from .case import Case
from .screens import Failure

SIZE = (1000, 4)	# a title, one level, the numbers, what was found
BATCH = 200		# boxes in flight
BOXES_MAX = 200000	# of one sample type
FINEST = {"ns": 5, "B": 11, "n*GCU": 20}	# up to here in UNITS

FRAME = re.compile(r" (.*)   flat (\S*)   cum (\S*) +(\S+%) of (.*), "
                   r"(\d+) callees?(, zoom to see more)?$")
ALL = re.compile(r" (all)()   cum (\S*) +(\S+%) of (.*), "
                 r"(\d+) callees?(, zoom to see more)?$")
FOLD = re.compile(r" (\d+) folded frames? of (.*)   cum (\S*) +(\S+%) of ")
MATCHES = re.compile(r" (\d+)/(\d+) match")

Box = collections.namedtuple("Box", "number level col cols name flat cum "
                                    "n_callees is_cut n_folded")


class Path:
    """A frame of -traces by its path."""

    def __init__(self, name):
        self.name, self.below = name, {}
        self.flat = self.cum = 0
        self.is_met = False

    def child(self, name):
        if name not in self.below:
            self.below[name] = Path(name)
        return self.below[name]

    def find(self, shown):
        """The child that is shown, if need be cut short."""
        if shown in self.below:
            return self.below[shown]
        found = [path for name, path in self.below.items()
                 if screens.same_name(shown, name)]
        return found[0] if len(found) == 1 else None

    def counted(self):
        return sum(path.cum != 0 for path in self.below.values())


def whole(text):
    """A number in the smallest unit."""
    return int(float(reference.NUMBER.match(text.lstrip("+")).group()))


def finest(subject):
    """The flag of the smallest unit of the family."""
    for flag in subject.unit():
        for unit, end in FINEST.items():
            if flag[len("-unit="):] in reference.UNITS[:end]:
                return ["-unit=" + unit]
    return []


def read_paths(subject):
    root = Path("all")
    for trace in reference.read_traces(subject.ask("-traces",
                                                   *finest(subject))):
        value, path = whole(trace.value), root
        root.cum += value
        for name in reversed(trace.stack):
            path = path.child(screens.whole_name(name))
            path.cum += value
        path.flat += value
    return root


def read_box(number, dump, before):
    """A box from its screen; its level follows from the box before."""
    detail, marked = dump[2], dump[5]
    frame = FRAME.match(detail) or ALL.match(detail)
    fold = FOLD.match(detail)
    col = marked.find("#")
    if not (frame or fold) or col < 0:
        raise Failure("box %d: %r" % (number, detail))
    level = 0 if not before else before.level + (col <= before.col)
    place = (number, level, col, marked.count("#"))
    if fold:
        return Box(*place, fold.group(2), 0, whole(fold.group(3)), 0, False,
                   int(fold.group(1)))
    name, flat, cum, _, _, n, is_cut = frame.groups()
    return Box(*place, name, whole(flat) if flat else 0, whole(cum), int(n),
               bool(is_cut), 0)


class Graph:
    """The boxes of what is zoomed now."""

    def __init__(self, session):
        self.session = session
        session.send("g", "N", ":dump")
        found = MATCHES.match(session.read(SIZE[1])[3])
        if not found:
            raise Failure("no boxes to be found")
        self.boxes, n = [], int(found.group(2))
        for first in range(0, n, BATCH):
            self.visit(first, min(first + BATCH, n))
        self.below = self.children()

    def visit(self, first, end):
        for number in range(first, end):
            self.session.send("n" if number else "g", ":dump style")
        for number in range(first, end):
            dump = self.session.read(2 * SIZE[1])
            self.boxes.append(read_box(number, dump, self.boxes[-1]
                                       if self.boxes else None))

    def children(self):
        """By number, the boxes that stand below a box."""
        below = collections.defaultdict(list)
        levels = collections.defaultdict(list)
        for box in self.boxes:
            levels[box.level].append(box)
            above = levels[box.level - 1]
            at = bisect.bisect_right(above, box.col, key=lambda b: b.col) - 1
            if at >= 0 and box.col + box.cols <= \
                    above[at].col + above[at].cols:
                below[above[at].number].append(box)
            elif box.level:
                raise Failure("box %d stands below none" % box.number)
        return below

    def zoom(self, box):
        self.session.send("g")
        if box.number:
            self.session.send(" ".join(["n"] * box.number))
        self.session.send("Enter")

    def leave(self):
        self.session.send("Esc")


def check_sum(case, graph, box, what):
    """What is below comes to what is above."""
    below = graph.below[box.number]
    if not below and not box.n_callees or box.n_folded and box.number or \
            box.is_cut:
        return
    case.equal(what + ": flat and what is below",
               box.flat + sum(child.cum for child in below), box.cum)


def check_box(case, box, path):
    case.equal("%s cum" % path.name, box.cum, path.cum)
    case.equal("%s flat" % path.name, box.flat, path.flat)
    # In a graph of nothing samples are counted, in one of changes all changes.
    if path.cum and not case.subject.flags:
        case.equal("%s callees" % path.name, box.n_callees, path.counted())
    path.is_met = True


class Walk:
    """Through all boxes of a graph, and of what is folded in it."""

    def __init__(self, case, session):
        self.case, self.session, self.n = case, session, 0

    def look(self, path, is_fold):
        """Checks what is zoomed; yields boxes to be zoomed, with paths."""
        graph = Graph(self.session)
        self.n += len(graph.boxes)
        top = graph.boxes[0]
        paths = {0: path}
        if not is_fold:
            check_box(self.case, top, path)
        check_sum(self.case, graph, top, path.name)
        for box in graph.boxes:
            here = paths.get(box.number)
            if box.number and here:
                check_sum(self.case, graph, box, here.name)
            for child in graph.below[box.number] if here else []:
                self.place(paths, here, child)
        return graph, paths

    def place(self, paths, above, box):
        """Finds the path of a box."""
        if box.n_folded:
            paths[box.number] = above
            return
        path = above.find(box.name)
        if self.case.expect(path is not None, "frame", box.name,
                            "nothing below " + above.name):
            paths[box.number] = path
            check_box(self.case, box, path)

    def open_all(self, path, is_fold=False):
        graph, paths = self.look(path, is_fold)
        for box in graph.boxes[1:]:
            if not (box.n_folded or box.is_cut) or box.number not in paths:
                continue
            if self.n > BOXES_MAX:
                raise Failure("more than %d boxes" % BOXES_MAX)
            graph.zoom(box)
            self.open_all(paths[box.number], box.n_folded > 0)
            graph.leave()
        return graph, paths


def check_met(case, path):
    """Every frame that comes to something has been met."""
    missed, todo = [], [path]
    while todo:
        path = todo.pop()
        if not path.is_met and path.cum:
            missed.append(path.name)
        todo += path.below.values()
    case.equal("frames that were not reached", missed[:3], [])


def zooms_of(graph):
    """The widest child, and the widest of the deepest that call others."""
    frames = [box for box in graph.boxes[1:]
              if not box.n_folded and graph.below[box.number]]
    wide = max(graph.below[0], key=lambda box: box.cols, default=None)
    deep = max(frames, key=lambda box: (box.level, box.cols), default=None)
    return [box for box in (wide, deep) if box]


def check_all(case, session, root):
    """All of the graph, and two zooms of it once more."""
    session.send("2", "/", '"^', "Enter")
    walk = Walk(case, session)
    graph, paths = walk.open_all(root)
    check_met(case, root)
    for box in zooms_of(graph):
        graph.zoom(box)
        walk.look(paths[box.number], box.n_folded > 0)
        graph.leave()


def run(pprowl, base, subject):
    """The flame graph of a sample type; yields a case."""
    case, root = Case("flame", subject), read_paths(subject)
    is_empty = not any(path.cum for path in root.below.values())
    yield case.skip("nothing was measured") if is_empty else case
    if is_empty:
        return
    arguments = [*finest(subject), "-sample_index=%d" % subject.type,
                 *base.arguments()]
    with screens.Session(pprowl, SIZE, arguments) as session, case.about(""):
        check_all(case, session, root)
