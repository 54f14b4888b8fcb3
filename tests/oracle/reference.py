"""The reports of the reference, google/pprof, and what stands in them.

A report is asked for once: what it printed is kept in a folder, under the
digest of the program, the flags and the bytes of the profiles.
"""
import collections
import hashlib
import os
import re
import subprocess
import tempfile

SEPARATOR = re.compile(r"-{58}\+-{13}$")
ROW = re.compile(r" *(\S.*?) +(\S+%) +(\S+%) +(\S.*?) +(\S+%)  (.*)$")
EDGE = re.compile(r" *(\S.*?) +(\S+%) \|   (.*)$")
CENTRE = re.compile(r" *(\S.*?) +(\S+%) +(\S+%) +(\S.*?) +(\S+%) {16}\| (.*)$")
ROUTINE = re.compile(r"ROUTINE =+ (.*) in (.*)$")
TOTALS = re.compile(r" *(\S+) +(\S+) \(flat, cum\) +(\S+%) of Total$")
LINE = re.compile(r" *(\S+) +(\S+) +(\d+):(.*)$")
FRAME = re.compile(r" *(-?[0-9]\S*) {3}(.*)$")
SHOWING = re.compile(r"Showing nodes accounting for (\S.*), +\S+% of (.*) total")
NUMBER = re.compile(r"-?[0-9.]+(e[-+]?[0-9]+)?")
MARK = re.compile(r" \((partial-)?inline\)$")

# What -unit converts to; any other unit is printed as it came.
UNITS = ("ns us ms s hrs B kB MB GB TB PB n*GCU u*GCU m*GCU GCU k*GCU M*GCU "
         "G*GCU T*GCU P*GCU").split()

Row = collections.namedtuple("Row", "flat flat_share sum_share cum cum_share "
                                    "name")
Edge = collections.namedtuple("Edge", "weight share name")
Peek = collections.namedtuple("Peek", "callers row callees")
Routine = collections.namedtuple("Routine", "name file flat cum share lines "
                                            "error")
Trace = collections.namedtuple("Trace", "value stack")


def plain_name(text):
    """The name without the mark of inlining."""
    return MARK.sub("", text)


def quoted(name):
    """A Go regexp that matches exactly the name, whatever it consists of."""
    out = ""
    for c in name:
        if "\ud800" <= c < "\ue000":	# a byte that is no UTF-8
            out += "."
        elif c < " ":
            out += "\\x%02x" % ord(c)
        else:
            out += "\\" + c if c in "\\.+*?()|[]{}^$" else c
    return out


def unit_of(text):
    return NUMBER.sub("", text, count=1)


class Reference:
    """Asks the reference; may be used by several processes at once."""

    def __init__(self, folder=None):
        self.tool = subprocess.run(["go", "tool", "-n", "pprof"], check=True,
                                   capture_output=True,
                                   text=True).stdout.strip()
        self.folder = folder or os.path.join(
            tempfile.gettempdir(), "pprowl-reference-%d" % os.getuid())
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        if os.stat(self.folder).st_uid != os.getuid():
            raise SystemExit("corpus: %s is somebody else's" % self.folder)
        self.env = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8",
                        HOME=self.folder, PPROF_TMPDIR=self.folder)
        self.digests = {}

    def digest(self, path):
        if path not in self.digests:
            with open(path, "rb") as file:
                self.digests[path] = hashlib.sha256(file.read()).hexdigest()
        return self.digests[path]

    def key(self, flags, files):
        said = [self.tool, str(os.stat(self.tool).st_mtime_ns)]
        for flag in flags:
            name, _, value = flag.partition("=")
            is_file = name in ("-base", "-diff_base")
            said.append(name + "=" + (self.digest(value) if is_file
                                      else value))
        said += [self.digest(path) for path in files]
        said = "\0".join(said).encode("utf-8", "surrogateescape")
        return hashlib.sha256(said).hexdigest()

    def ask(self, flags, files):
        """What is printed, as text; None when the reference fails."""
        kept = os.path.join(self.folder, self.key(flags, files))
        if not os.path.exists(kept):
            self.keep(kept, flags, files)
        with open(kept, "rb") as file:
            done, _, text = file.read().partition(b"\n")
        if done != b"0":
            return None
        return text.decode("utf-8", "surrogateescape")

    def keep(self, kept, flags, files):
        run = subprocess.run([self.tool, "-symbolize=none", *flags, *files],
                             stdin=subprocess.DEVNULL, capture_output=True,
                             env=self.env, timeout=600, check=False)
        handle, part = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(handle, "wb") as file:
            file.write(b"%d\n" % run.returncode)
            file.write(run.stdout if not run.returncode else run.stderr)
        os.replace(part, kept)

    def types(self, flags, files):
        """How many sample types there are; 0 when it reads no profile."""
        self.ask(["-top", "-sample_index=1000000", *flags], files)
        kept = os.path.join(self.folder, self.key(
            ["-top", "-sample_index=1000000", *flags], files))
        with open(kept, "rb") as file:
            found = re.search(rb"outside the range \[0\.\.(\d+)\]",
                              file.read())
        return int(found.group(1)) + 1 if found else 0


def lines_of(text):
    return text.split("\n")[:-1] if text else []


def read_top(text):
    """Rows of -top.  A name of several lines is put together again."""
    rows, has_begun = [], False
    for line in lines_of(text):
        found = ROW.match(line) if has_begun else None
        if found:
            rows.append(Row(*found.groups()))
        elif rows:
            rows[-1] = rows[-1]._replace(name=rows[-1].name + "\n" + line)
        has_begun = has_begun or line.startswith("      flat  flat%")
    return rows


def top_unit(text):
    """The unit a -top is in; "" for plain numbers."""
    texts = [text for row in read_top(text) for text in (row.flat, row.cum)]
    for line in lines_of(text):
        found = SHOWING.match(line)
        texts += found.groups() if found else []
    units = [unit_of(text) for text in texts if text != "0"]
    return units[0] if units else ""


def extend(entries, line):
    """A line that is no entry is more of the last one's name."""
    if entries:
        entries[-1] = entries[-1]._replace(name=entries[-1].name + "\n" + line)


def read_block(lines):
    """A peek from the lines between two separators."""
    callers, callees, centre = [], [], []
    for line in lines:
        node, edge = CENTRE.match(line), EDGE.match(line)
        side = callees if centre else callers
        if node and not centre:
            centre.append(Row(*node.groups()))
        elif edge:
            side.append(Edge(*edge.groups()))
        else:
            extend(side or centre, line)
    return Peek(callers, centre[0], callees) if centre else None


def read_peeks(text):
    """By name, the peeks of -peek."""
    blocks, block = [], None
    for line in lines_of(text):
        if SEPARATOR.match(line):
            block = []
            blocks.append(block)
        elif block is not None:
            block.append(line)
    peeks = [read_block(block) for block in blocks[1:]]
    return {peek.row.name: peek for peek in peeks if peek}


def read_list(text):
    """The routines of -list, lines as {number: (flat, cum, text)}."""
    routines = []
    for line in lines_of(text):
        head, totals = ROUTINE.match(line), TOTALS.match(line)
        row = LINE.match(line)
        if head:
            routines.append(Routine(*head.groups(), "", "", "", {}, ""))
        elif not routines:
            continue
        elif totals:
            flat, cum, share = totals.groups()
            routines[-1] = routines[-1]._replace(flat=flat, cum=cum,
                                                 share=share)
        elif line.startswith(" Error:"):
            routines[-1] = routines[-1]._replace(error=line[8:])
        elif row:
            flat, cum, number, source = row.groups()
            routines[-1].lines[int(number)] = (flat, cum, source)
    return routines


def read_traces(text):
    """The samples of -traces, leaf first, without labels."""
    traces, trace = [], None
    for line in lines_of(text):
        if re.match(r"-{11}\+-{55}$", line):
            trace = None
            continue
        found = FRAME.match(line) if trace is None else None
        if found:
            trace = Trace(found.group(1), [found.group(2)])
            traces.append(trace)
        elif trace and line.startswith(" " * 13):
            trace.stack.append(line[13:])
        elif trace:
            trace.stack[-1] += "\n" + line
    for trace in traces:
        trace.stack[:] = [name[:-9] if name.endswith(" (inline)") else name
                          for name in trace.stack]
    return traces
