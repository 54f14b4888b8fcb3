"""A terminal's screen: what the bytes of a program make of it.

It knows what curses sends to an xterm and to a VT100, and a little more.  What
it does not know is kept in `unknown`, so that a test can insist on there being
none; so is every mode that was set, for a test to see that it was set back.
"""
import codecs
import re
import unicodedata

NORMAL = (None, None, frozenset())
GRAPHICS = dict(zip("`afgjklmnopqrstuvwxyz{|}~0",
                    "◆▒°±┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·█"))
TEXT = re.compile("[ -~\u00a0-\U0010ffff]+")
CSI = re.compile(r"\x1b\[([?>=!]?)([0-9;:]*)([ -/]*)([@-~])")
OSC = re.compile(r"\x1b[\]PX^_](.*?)(?:\x07|\x1b\\)", re.S)
OTHER = re.compile(r"\x1b([ -/]*)([0-~])", re.S)
# Vowels and finals of Hangul, which take the cell of the consonant before.
JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
FLAGS = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 5: "blink",
         7: "reverse", 8: "hidden"}
UNFLAGS = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",),
           25: ("blink",), 27: ("reverse",), 28: ("hidden",)}


def width(c):
    if " " <= c <= "~":
        return 1
    if unicodedata.category(c) in ("Mn", "Me", "Cf") or JAMO.match(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1


class Screen:
    def __init__(self, cols, rows):
        self.cols, self.rows = cols, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""
        self.unknown = []
        self.modes = set()          # "?1049" and the like, while set
        self.strings = []           # of OSC, DCS, APC
        self.bells = 0
        self.cursor_shown = True
        self.attr = NORMAL
        self.charsets = ["B", "B"]
        self.shift = 0
        self.saved = (0, 0, NORMAL)
        self.row = self.col = 0
        self.wraps = False          # the next character goes to a new line
        self.last = " "
        self.top, self.bottom = 0, rows - 1
        self.cells = self.blank(rows)
        self.other = None           # the cells of the main screen meanwhile

    def blank(self, rows):
        return [self.blank_row() for _ in range(rows)]

    def blank_row(self):
        return [(" ", (None, self.attr[1], frozenset()))] * self.cols

    def text(self):
        """The lines, without the blanks at their ends."""
        return ["".join(c for c, _ in row).rstrip(" ") for row in self.cells]

    def looks(self, row, col):
        """(foreground, background, set of attributes) of a cell."""
        return self.cells[row][col][1]

    def all_looks(self):
        return {attr for row in self.cells for _, attr in row}

    def resize(self, cols, rows):
        def fit(cells):
            cells = [row[:cols] + [(" ", NORMAL)] * (cols - len(row))
                     for row in cells[:rows]]
            return cells + [[(" ", NORMAL)] * cols
                            for _ in range(rows - len(cells))]

        self.cols, self.rows = cols, rows
        self.cells = fit(self.cells)
        if self.other:
            self.other = fit(self.other)
        self.top, self.bottom = 0, rows - 1
        self.row, self.col = min(self.row, rows - 1), min(self.col, cols - 1)
        self.wraps = False

    def feed(self, data):
        text = self.rest + self.decoder.decode(data)
        at = 0
        while at < len(text):
            run = TEXT.match(text, at)
            if run:
                self.put(run.group())
                at = run.end()
                continue
            if text[at] != "\x1b":
                self.control(text[at])
                at += 1
                continue
            end = self.escape(text, at)
            if not end:
                break
            at = end
        self.rest = text[at:]

    def escape(self, text, at):
        """Does what starts with Esc; its end, or None when more must come."""
        csi = CSI.match(text, at)
        if csi:
            self.csi(*csi.groups())
            return csi.end()
        if text[at + 1:at + 2] == "[":
            return None
        string = OSC.match(text, at)
        if string:
            self.strings.append(string.group(1))
            return string.end()
        if text[at + 1:at + 2] in ("]", "P", "X", "^", "_"):
            return None
        other = OTHER.match(text, at)
        if not other:
            return None
        self.simple(other.group(1), other.group(2))
        return other.end()

    def control(self, c):
        if c == "\r":
            self.col, self.wraps = 0, False
        elif c in "\n\x0b\x0c":
            self.index()
        elif c == "\b":
            self.col, self.wraps = max(self.col - 1, 0), False
        elif c == "\t":
            self.col = min(self.col - self.col % 8 + 8, self.cols - 1)
        elif c == "\x0e":
            self.shift = 1
        elif c == "\x0f":
            self.shift = 0
        elif c == "\a":
            self.bells += 1
        elif c != "\0":
            self.unknown.append(c)

    def put(self, text):
        if self.charsets[self.shift] == "0":
            text = "".join(GRAPHICS.get(c, c) for c in text)
        for c in text:
            self.put_one(c)
            self.last = c

    def put_one(self, c):
        n = width(c)
        if not n:
            self.mark(c)
            return
        if self.wraps or self.col + n > self.cols:
            self.col = 0
            self.index()
        row = self.cells[self.row]
        self.clear_halves(row, self.col, n)
        if "4" in self.modes:
            row[self.col:self.col] = [(" ", self.attr)] * n
            del row[self.cols:]
        row[self.col] = (c, self.attr)
        if n == 2 and self.col + 1 < self.cols:
            row[self.col + 1] = ("", self.attr)
        self.wraps = self.col + n >= self.cols
        self.col = min(self.col + n, self.cols - 1)

    def clear_halves(self, row, col, n):
        """What is left of a wide character that is written over is blank."""
        if row[col][0] == "" and col:
            row[col - 1] = (" ", row[col - 1][1])
        if col + n < self.cols and row[col + n][0] == "":
            row[col + n] = (" ", row[col + n][1])

    def mark(self, c):
        col = self.col if self.wraps else self.col - 1
        while col > 0 and self.cells[self.row][col][0] == "":
            col -= 1
        if col >= 0:
            base, attr = self.cells[self.row][col]
            self.cells[self.row][col] = (base + c, attr)

    def index(self):
        self.wraps = False
        if self.row == self.bottom:
            self.scroll(1)
        elif self.row < self.rows - 1:
            self.row += 1

    def scroll(self, n, top=None):
        """Moves the lines from top to the region's end up, or down."""
        top = self.top if top is None else top
        region = self.cells[top:self.bottom + 1]
        n = max(-len(region), min(n, len(region)))
        if n > 0:
            region = region[n:] + self.blank(n)
        elif n < 0:
            region = self.blank(-n) + region[:n]
        self.cells[top:self.bottom + 1] = region

    def simple(self, between, final):
        if between in ("(", ")"):
            self.charsets[between == ")"] = final
        elif between == "" and final == "7":
            self.saved = (self.row, self.col, self.attr)
        elif between == "" and final == "8":
            self.restore()
        elif between == "" and final == "D":
            self.index()
        elif between == "" and final == "E":
            self.col = 0
            self.index()
        elif between == "" and final == "M":
            if self.row == self.top:
                self.scroll(-1)
            else:
                self.row = max(self.row - 1, 0)
            self.wraps = False
        elif between == "" and final in "=>":
            self.set_mode("keypad", final == "=")
        elif not (between == "" and final in "H"):
            self.unknown.append("ESC %s%s" % (between, final))

    def restore(self):
        self.row, self.col, self.attr = self.saved
        self.row = min(self.row, self.rows - 1)
        self.col = min(self.col, self.cols - 1)
        self.wraps = False

    def csi(self, private, numbers, between, final):
        args = [int(n or 0) for n in re.split("[;:]", numbers)]
        if final in "hl" and private in ("", "?") and not between:
            for n in args:
                self.set_mode(private + str(n), final == "h")
        elif final == "m" and private == "" and not between:
            self.sgr(args)
        elif final == "c" and private == "?":
            pass                    # the shape of a Linux cursor
        elif private or between or final not in self.ACTS:
            self.unknown.append("CSI %s%s%s%s" % (private, numbers, between,
                                                  final))
        else:
            self.ACTS[final](self, args)

    def set_mode(self, mode, on):
        if mode == "?25":
            self.cursor_shown = on
            return
        if mode == "?1049" and on != (mode in self.modes):
            self.switch(on)
        if on:
            self.modes.add(mode)
        else:
            self.modes.discard(mode)

    def switch(self, to_other):
        if to_other:
            self.saved = (self.row, self.col, self.attr)
            self.other = self.cells
            self.cells = self.blank(self.rows)
        else:
            self.cells, self.other = self.other, None
            self.restore()

    def sgr(self, args):
        fg, bg, flags = self.attr
        flags = set(flags)
        args = list(args)
        while args:
            n = args.pop(0)
            if n == 0:
                fg, bg, flags = None, None, set()
            elif n in FLAGS:
                flags.add(FLAGS[n])
            elif n in UNFLAGS:
                flags -= set(UNFLAGS[n])
            elif n in (38, 48) and args[:1] == [5] and len(args) > 1:
                color = args[1]
                del args[:2]
                fg, bg = (color, bg) if n == 38 else (fg, color)
            elif 30 <= n <= 37 or n == 39:
                fg = None if n == 39 else n - 30
            elif 40 <= n <= 47 or n == 49:
                bg = None if n == 49 else n - 40
            elif 90 <= n <= 97:
                fg = n - 90 + 8
            elif 100 <= n <= 107:
                bg = n - 100 + 8
            elif n != 10:
                self.unknown.append("SGR %d" % n)
        self.attr = (fg, bg, frozenset(flags))

    def place(self, row, col):
        self.row = max(0, min(row, self.rows - 1))
        self.col = max(0, min(col, self.cols - 1))
        self.wraps = False

    def move(self, args, rows, cols):
        n = max(args[0], 1)
        self.place(self.row + rows * n, self.col + cols * n)

    def cup(self, args):
        args = args + [1]
        self.place(max(args[0], 1) - 1, max(args[1], 1) - 1)

    def erase(self, row, first, last):
        blank = (" ", (None, self.attr[1], frozenset()))
        cells = self.cells[row]
        if last > first:
            self.clear_halves(cells, first, last - first)
            cells[first:last] = [blank] * (last - first)

    def erase_line(self, args):
        first, last = {0: (self.col, self.cols), 1: (0, self.col + 1),
                       2: (0, self.cols)}[args[0]]
        self.erase(self.row, first, last)

    def erase_display(self, args):
        if args[0] == 0:
            self.erase_line([0])
            rows = range(self.row + 1, self.rows)
        elif args[0] == 1:
            self.erase_line([1])
            rows = range(self.row)
        elif args[0] == 2:
            rows = range(self.rows)
        else:
            rows = ()
        for row in rows:
            self.erase(row, 0, self.cols)

    def erase_chars(self, args):
        last = min(self.col + max(args[0], 1), self.cols)
        self.erase(self.row, self.col, last)

    def insert_chars(self, args):
        n = min(max(args[0], 1), self.cols - self.col)
        row = self.cells[self.row]
        row[self.col:self.col] = self.blank_row()[:n]
        del row[self.cols:]

    def delete_chars(self, args):
        n = min(max(args[0], 1), self.cols - self.col)
        row = self.cells[self.row]
        del row[self.col:self.col + n]
        row.extend(self.blank_row()[:n])

    def shift_lines(self, n):
        if self.top <= self.row <= self.bottom:
            self.scroll(n, self.row)
            self.col = 0

    def region(self, args):
        args = args + [0]
        top = max(args[0], 1) - 1
        bottom = min(args[1] or self.rows, self.rows) - 1
        if top < bottom:
            self.top, self.bottom = top, bottom
            self.place(0, 0)

    def repeat(self, args):
        self.put(self.last * max(args[0], 1))

    def ignore(self, args):
        pass

    ACTS = {
        "A": lambda s, a: s.move(a, -1, 0),
        "B": lambda s, a: s.move(a, 1, 0),
        "C": lambda s, a: s.move(a, 0, 1),
        "D": lambda s, a: s.move(a, 0, -1),
        "G": lambda s, a: s.place(s.row, max(a[0], 1) - 1),
        "d": lambda s, a: s.place(max(a[0], 1) - 1, s.col),
        "H": cup,
        "f": cup,
        "J": erase_display,
        "K": erase_line,
        "L": lambda s, a: s.shift_lines(-max(a[0], 1)),
        "M": lambda s, a: s.shift_lines(max(a[0], 1)),
        "P": delete_chars,
        "@": insert_chars,
        "X": erase_chars,
        "S": lambda s, a: s.scroll(max(a[0], 1)),
        "T": lambda s, a: s.scroll(-max(a[0], 1)),
        "Z": lambda s, a: s.place(s.row, (s.col - 1) // 8 * 8),
        "b": repeat,
        "r": region,
        "t": ignore,
    }
