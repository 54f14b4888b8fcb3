"""Screens of pprowl, run from a script, and what stands on them."""
import collections
import os
import re
import subprocess
import unicodedata

COLS, ROWS = 400, 1000	# most names are whole; the most rows there may be
NARROW = (100, 50)	# no second pane; quick to walk on
AROUND = 3		# rows of a list's screen that are not the list's
BAR = re.compile("( +([\u2588-\u258f]+|\\++|-+))? *$")

Table = collections.namedtuple("Table", "titles rows cursor n")

ENV = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC")

# What the escaping of names (render/unicode.py) does not show as it is.
UNSEEN = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0,
          *range(0x180B, 0x1810), *range(0xFE00, 0xFE10),
          *range(0xE0100, 0xE01F0), *range(0x3248, 0x3250),
          *range(0x4DC0, 0x4E00), *range(0x1F1E6, 0x1F200),
          *range(0x1F3FB, 0x1F400)}
ONE_CELL = re.compile("[ -~\u2500-\u259f\u2026]*")
TITLES = re.compile("callers, function, callees|of cum|weight|cum base|"
                    "cum current|cum change|flat%|sum%|cum%|flat|cum|base|"
                    "current|change|ratio|share|name")
NAMED = {0: "\\0", 9: "\\t", 10: "\\n", 13: "\\r"}


def is_hidden(char):
    category = unicodedata.category(char)
    return (category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or
            (category == "Zs" and char != " ") or ord(char) in UNSEEN)


def is_mark(char):
    return unicodedata.category(char) in ("Mn", "Me")


def width_of(char):
    if is_mark(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def escape_char(char):
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:	# a byte that is no UTF-8
        return "\\x%02x" % (code - 0xDC00)
    if code in NAMED:
        return NAMED[code]
    return "\\x%02x" % code if code < 0x80 else "\\u{%x}" % code


def escaped(name):
    """The name as pprowl shows it on a screen of UTF-8."""
    if name.isascii() and name.isprintable():
        return name
    out, marks = "", -1
    for char in name:
        if is_hidden(char):
            out, marks = out + escape_char(char), -1
        elif not is_mark(char):
            out, marks = out + char, 0
        elif marks == 4:
            out += escape_char(char)
        else:
            out, marks = out + ("" if marks >= 0 else "\u25cc") + char, \
                         max(marks, 0) + 1
    return out


def whole_name(name):
    """A name as it is shown; what would not be seen is in quotes."""
    name = escaped(name)
    return name if name.strip(" ") else '"%s"' % name


def shown_name(name):
    """The same at the end of a row."""
    return whole_name(name).rstrip(" ")


def same_name(shown, name):
    """Whether a name is shown, whole or, with a mark of it, cut short."""
    want = shown_name(name)
    if shown.rstrip(" ") == want:
        return True
    if "..." not in shown and "\u2026" not in shown:
        return False
    cuts = re.escape(shown).replace("\u2026", ".*")
    cuts = ".*" + cuts.replace(r"\.\.\.", ".*")	# directories may go
    return bool(re.fullmatch(cuts, want, re.S))


def wide(rows):
    """The size of a screen for a list of so many rows."""
    return COLS, max(min(rows + AROUND, ROWS), 20)


def cells(line):
    """The cells of a line of a dump, as a string or a list."""
    if ONE_CELL.fullmatch(line):
        return line
    out = []
    for char in line:
        width = width_of(char)
        if width == 0 and out:
            out[-1] += char
        else:
            out += [char, ""][:width]
    return out


def cut(row, first, last):
    return "".join(row[first:last])


class Failure(Exception):
    """A screen is not what it should be, whatever the numbers."""


class Script:
    """The lines of a script, and the screens it dumps by their number."""

    def __init__(self, size):
        self.lines, self.shots, self.size = [], [], None
        self.resize(size)

    def add(self, *lines):
        self.lines += lines

    def resize(self, size):
        if self.size != size:
            self.add(":size %dx%d" % size)
            self.size = size

    def dump(self):
        self.add(":dump")
        self.shots.append(self.size)
        return len(self.shots) - 1

    def text(self):
        return "\n".join(self.lines) + "\n"

    def run(self, pprowl, arguments, timeout=300):
        """The screens, each a list of lines; raises Failure."""
        try:
            run = subprocess.run([pprowl, "-script=-", "-symbolize=none",
                                  *arguments],
                                 input=self.text().encode(),
                                 capture_output=True, timeout=timeout,
                                 env=ENV, check=False)
        except subprocess.TimeoutExpired as late:
            raise Failure("takes more than %d s" % timeout) from late
        if run.returncode:
            said = run.stderr.decode("utf-8", "replace").strip()
            raise Failure("exit %d: %s" % (run.returncode, said[-400:]))
        lines = run.stdout.decode("utf-8").split("\n")
        screens, at = [], 0
        for _, rows in self.shots:
            screens.append(lines[at:at + rows])
            at += rows
        if at != len(lines) - 1:
            raise Failure("%d lines for %d" % (len(lines) - 1, at))
        return screens


def find_header(screen, last):
    """The row of titles and where each ends, None without one."""
    for y, line in enumerate(screen[:4]):
        found = list(TITLES.finditer(line))
        if y and found and found[-1].group() == last:
            return y, [(title.group(), title.start(), title.end())
                       for title in found]
    return None, []


def read_table(screen, last="name"):
    """The rows under the titles as lists of cells; the last is the name."""
    y, titles = find_header(screen, last)
    place = re.match(r" (\d+)/(\d+)", screen[-1])
    if y is None:
        return Table([], [], 0, 0)
    edges = [0] + [end for _, _, end in titles[:-1]]
    rows = []
    for line in screen[y + 1:-1]:
        row = cells(line)
        numbers = [cut(row, a, b).strip(" \u258c")
                   for a, b in zip(edges, edges[1:])]
        rows.append(numbers + [BAR.sub("", cut(row, titles[-1][1], None))])
    return Table([title for title, _, _ in titles], rows,
                 int(place.group(1)) if place else 0,
                 int(place.group(2)) if place else 0)


def add_pages(script, n):
    """Dumps all of a list of n rows from its start; the shots."""
    height = script.size[1] - AROUND
    script.add("g")
    shots = [script.dump()]
    for _ in range((max(n - height, 0) + height - 2) // (height - 1)):
        script.add("Space")
        shots.append(script.dump())
    return shots


def read_pages(screens, shots, n, last="name"):
    """The n rows of a list that was dumped by add_pages."""
    tables = [read_table(screens[shot], last) for shot in shots]
    rows = tables[0].rows
    for k, table in enumerate(tables[1:], 1):
        top = min(k * (len(tables[0].rows) - 1), n - len(table.rows))
        if rows[top:] != table.rows[:len(rows) - top]:
            raise Failure("page %d does not go on from page %d" % (k + 1, k))
        rows = rows[:top] + table.rows
    return tables[0], rows[:n]


def add_walk(script, row):
    """Goes to a row of the list by pages and steps."""
    page = script.size[1] - AROUND - 1
    script.add("g")
    keys = ["Space"] * (row // page) + ["j"] * (row % page)
    if keys:
        script.add(" ".join(keys))


class Session:
    """A script that is written while its screens are read."""

    def __init__(self, pprowl, size, arguments):
        self.process = subprocess.Popen(
            [pprowl, "-script=-", "-symbolize=none",
             "-size=%dx%d" % size, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=ENV)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def send(self, *lines):
        self.process.stdin.write("".join(line + "\n"
                                         for line in lines).encode())

    def read(self, n):
        """The next lines of screens that were asked for."""
        self.process.stdin.flush()
        lines = [self.process.stdout.readline() for _ in range(n)]
        if not lines[-1].endswith(b"\n"):
            said = self.process.stderr.read().decode("utf-8", "replace")
            raise Failure("it ended: " + said.strip()[-400:])
        return [line.decode("utf-8").rstrip("\n") for line in lines]
