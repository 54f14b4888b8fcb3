"""The Test Anything Protocol for tests that are Python scripts."""
import os
import sys

count = 0
failures = 0


def ok(claim, name, why=""):
    """One test; why is printed when the claim is false.  Returns the claim."""
    global count, failures
    count += 1
    print("%sok %d - %s" % ("" if claim else "not ", count, name))
    if not claim:
        failures += 1
        for line in str(why).splitlines():
            print("# " + line)
    sys.stdout.flush()
    return bool(claim)


def same(got, want, name):
    """One test that two values are equal."""
    return ok(got == want, name, " got: %r\nwant: %r" % (got, want))


def say(text):
    for line in str(text).splitlines():
        print("# " + line)
    sys.stdout.flush()


def done():
    """Prints the plan and ends the script."""
    print("1..%d" % count)
    sys.stdout.flush()
    sys.exit(1 if failures or not count else 0)


def need(name):
    """A variable of the environment that the test cannot do without."""
    if not os.environ.get(name):
        print("Bail out! %s is not set" % name)
        sys.exit(99)
    return os.environ[name]


def difference(got, want):
    """Two lists of lines, where they differ."""
    lines = []
    for i in range(max(len(got), len(want))):
        a = got[i] if i < len(got) else None
        b = want[i] if i < len(want) else None
        if a != b:
            lines.append("line %d" % (i + 1))
            lines.append("    got: " + ("none" if a is None else a))
            lines.append("   want: " + ("none" if b is None else b))
    return "\n".join(lines)
