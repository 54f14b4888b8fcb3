"""Programs under a terminal of our own, and the keys that are sent to them.

A Terminal is a pty with a size, a program that is its session's leader, and a
Screen (vt.py) that shows what the program sends.  A Shell is the same with a
leader in between, so that the program can be stopped and go on.

Nothing here sleeps: each wait is for something, and fails at a deadline that
is far beyond what a slow machine needs.
"""
import errno
import fcntl
import os
import re
import resource
import select
import signal
import struct
import subprocess
import termios
import time

import vt

DEADLINE = float(os.environ.get("TEST_DEADLINE", "30"))
# Written behind the last byte of a program: in no output, since not UTF-8.
REST_END = b"\xff"

KEYS = {
    "Esc": "\x1b", "Enter": "\r", "Tab": "\t", "S-Tab": "\x1b[Z",
    "Backspace": "\x7f", "Space": " ",
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D",
    "Home": "\x1b[H", "End": "\x1b[F", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~",
    "Ins": "\x1b[2~", "Del": "\x1b[3~",
    "F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS",
    "F5": "\x1b[15~", "F6": "\x1b[17~", "F7": "\x1b[18~", "F8": "\x1b[19~",
    "F9": "\x1b[20~", "F10": "\x1b[21~", "F11": "\x1b[23~", "F12": "\x1b[24~",
    "PasteBegin": "\x1b[200~", "PasteEnd": "\x1b[201~",
}


def key_bytes(name):
    """What a terminal sends for a key of that name."""
    if name in KEYS:
        return KEYS[name].encode()
    if name.startswith("M-"):
        return b"\x1b" + key_bytes(name[2:])
    if re.fullmatch("C-.", name):
        return bytes([ord(name[2].upper()) & 0x1f])
    if len(name) != 1:
        raise ValueError("no such key: " + name)
    return name.encode()


def environment(**changes):
    """Ours, with what a test depends on set; None takes a variable away."""
    env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC",
               HOME="/nonexistent")
    for name in ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "ESCDELAY"):
        env.pop(name, None)
    for name, value in changes.items():
        env.pop(name, None)
        if value is not None:
            env[name] = value
    return env


def headless(program, args, lines, size=(80, 24), env=None, cwd=None):
    """What `program --script` prints, split in lines; None and why."""
    argv = [program, "-script=-", "-size=%dx%d" % size] + list(args)
    done = subprocess.run(argv, input="\n".join(list(lines) + [""]).encode(),
                          cwd=cwd, env=env or environment(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=DEADLINE * 4)
    if done.returncode or done.stderr:
        return None, "exit %d\n%s" % (done.returncode,
                                      done.stderr.decode(errors="replace"))
    return done.stdout.decode("utf-8", "replace").split("\n"), ""


def set_size(fd, cols, rows):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))


class Terminal:
    """A program on a terminal.

    fds       what the program's 0, 1 and 2 are where they are not the terminal
    setup     called in the child before the program
    controls  whether it is the program's /dev/tty
    """

    def __init__(self, argv, cols=80, rows=24, env=None, cwd=None, fds=None,
                 setup=None, controls=True):
        self.master, self.slave = os.openpty()
        os.set_blocking(self.master, False)
        set_size(self.slave, cols, rows)
        self.modes_before = self.modes()
        self.screen = vt.Screen(cols, rows)
        self.bytes = bytearray()
        self.controls = controls
        self.has_rest = False
        self.status = self.usage = None
        self.start([os.fsencode(a) for a in argv], env or environment(), cwd,
                   fds or {}, setup)

    def start(self, argv, env, cwd, fds, setup):
        self.pid = os.fork()
        if not self.pid:
            self.child(lambda: self.become(argv, env, cwd, fds, setup))

    def child(self, run):
        """Runs what does not return, and never lets the parent's code run."""
        try:
            run()
        finally:
            os._exit(127)

    def take_terminal(self):
        os.setsid()
        if self.controls:
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def become(self, argv, env, cwd, fds, setup, leads=True):
        if leads:
            self.take_terminal()
        for fd in range(3):
            os.dup2(fds.get(fd, self.slave), fd)
        os.closerange(3, 256)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for sig in (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT):
            signal.signal(sig, signal.SIG_DFL)
        if cwd:
            os.chdir(cwd)
        if setup:
            setup()
        os.execvpe(argv[0], argv, env)

    def modes(self):
        return termios.tcgetattr(self.slave)

    def is_restored(self):
        """Why the terminal is not as it was found, or an empty string."""
        screen = self.screen
        left = screen.modes - {"?7", "?12", "34"}
        wrong = []
        if self.modes() != self.modes_before:
            wrong.append("modes: %s" % self.modes())
        if left:
            wrong.append("left set: " + " ".join(sorted(left)))
        if not screen.cursor_shown:
            wrong.append("the cursor is hidden")
        if screen.attr != vt.NORMAL:
            wrong.append("attributes: %s" % (screen.attr,))
        if screen.shift or screen.charsets[0] != "B":
            wrong.append("a character set is left")
        return "\n".join(wrong)

    def send(self, data):
        """Sends bytes, reading meanwhile, so that neither side can wait."""
        end = time.monotonic() + DEADLINE
        while data and time.monotonic() < end and not self.has_ended():
            self.pump(0)
            if select.select([], [self.master], [], 0.05)[1]:
                try:
                    data = data[os.write(self.master, data):]
                except BlockingIOError:
                    pass
        return not data

    def resize(self, cols, rows):
        self.pump(0)
        self.screen.resize(cols, rows)
        set_size(self.master, cols, rows)

    def pump(self, timeout):
        """Takes what the program sent; waits for it for so long at most."""
        if not select.select([self.master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except BlockingIOError:
            return False
        except OSError as e:
            if e.errno == errno.EIO:
                return False
            raise
        data, rest_end, _ = data.partition(REST_END)
        self.has_rest = self.has_rest or bool(rest_end)
        self.bytes += data
        self.screen.feed(data)
        return bool(data)

    def drain(self):
        """Takes all that is there."""
        while self.pump(0):
            pass

    def wait_for(self, claim, deadline=DEADLINE):
        """Reads until claim() holds; False when it does not in time."""
        end = time.monotonic() + deadline
        while True:
            self.drain()
            if claim():
                return True
            if self.has_ended():
                self.drain()
                return bool(claim())
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.pump(min(left, 0.05))

    def wait_text(self, lines, deadline=DEADLINE):
        return self.wait_for(lambda: self.screen.text() == lines, deadline)

    def wait_word(self, word, deadline=DEADLINE):
        return self.wait_for(
            lambda: any(word in line for line in self.screen.text()), deadline)

    def has_ended(self):
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self.status, self.usage = status, usage
        return self.status is not None

    def wait_end(self, deadline=DEADLINE):
        """How it ended: "exit 0", "signal 15"; "" when it did not in time."""
        if not self.wait_for(self.has_ended, deadline):
            return ""
        self.take_rest()
        return describe(self.status)

    def take_rest(self):
        """Takes what an ended program sent: it may be on its way still."""
        end = time.monotonic() + DEADLINE
        try:
            os.write(self.slave, REST_END)
        except OSError:
            # Hung up, and so nobody can write behind it: it is short.
            end = time.monotonic() + 0.1
        while not self.has_rest and time.monotonic() < end:
            self.pump(0.02)

    def kill(self, sig):
        if not self.has_ended():
            os.kill(self.pid, sig)

    def close(self):
        if not self.has_ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        for fd in (self.master, self.slave):
            if fd >= 0:
                os.close(fd)
        self.master = self.slave = -1

    def hang_up(self):
        """As when the line is cut."""
        for fd in (self.slave, self.master):
            os.close(fd)
        self.master = self.slave = -1

    def wait_end_alone(self, deadline=DEADLINE):
        """As wait_end, when there is no terminal to read from any more."""
        end = time.monotonic() + deadline
        while not self.has_ended() and time.monotonic() < end:
            select.select([], [], [], 0.005)
        return describe(self.status) if self.has_ended() else ""

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.close()


def describe(status):
    if os.WIFSIGNALED(status):
        return "signal %d" % os.WTERMSIG(status)
    return "exit %d" % os.WEXITSTATUS(status)


class Shell(Terminal):
    """A program that is a job of a shell; what happens to it is in events."""

    def start(self, argv, env, cwd, fds, setup):
        self.events = []
        report, report_in = os.pipe()
        command_out, self.command = os.pipe()
        self.report = report
        self.pid = os.fork()
        if not self.pid:
            self.child(lambda: self.lead(
                lambda: self.become(argv, env, cwd, fds, setup, False),
                report_in, command_out))
        os.close(report_in)
        os.close(command_out)
        self.job = int(self.next_report())

    def lead(self, run, report, command):
        self.take_terminal()
        for sig in (signal.SIGTTOU, signal.SIGTTIN, signal.SIGTSTP):
            signal.signal(sig, signal.SIG_IGN)
        job = os.fork()
        if not job:
            os.setpgid(0, 0)
            os.tcsetpgrp(self.slave, os.getpid())
            for sig in (signal.SIGTTOU, signal.SIGTTIN, signal.SIGTSTP):
                signal.signal(sig, signal.SIG_DFL)
            run()
        os.write(report, b"%d\n" % job)
        while True:
            _, status = os.waitpid(job, os.WUNTRACED)
            os.tcsetpgrp(self.slave, os.getpgrp())
            if not os.WIFSTOPPED(status):
                os.write(report, describe(status).encode() + b"\n")
                os._exit(0)
            os.write(report, b"stopped\n")
            os.read(command, 1)
            os.tcsetpgrp(self.slave, job)
            os.killpg(job, signal.SIGCONT)

    def next_report(self, deadline=DEADLINE):
        """The next thing that happened to the job; "" when nothing did."""
        end = time.monotonic() + deadline
        line = b""
        while not line.endswith(b"\n") and time.monotonic() < end:
            self.drain()
            if select.select([self.report], [], [], 0.02)[0]:
                got = os.read(self.report, 1)
                if not got:
                    break
                line += got
        return line.decode().strip()

    def foreground(self):
        """What `fg` does."""
        os.write(self.command, b"f")

    def close(self):
        if not self.has_ended():
            os.kill(self.job, signal.SIGKILL)
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = 0
        os.close(self.report)
        os.close(self.command)
        super().close()


def cpu_ticks(pid):
    """User and system time of a process, in the kernel's ticks."""
    with open("/proc/%d/stat" % pid) as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def wake_ups(pid):
    """How often the threads of a process had something to wait for."""
    total = 0
    for task in os.listdir("/proc/%d/task" % pid):
        with open("/proc/%d/task/%s/status" % (pid, task)) as f:
            for line in f:
                if "ctxt_switches" in line:
                    total += int(line.split()[1])
    return total
