"""Binaries that tests compile, and profiles with addresses in them."""
import re
import subprocess


def varint(n):
    out = b""
    n &= (1 << 64) - 1
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def field(number, value):
    """One field of a message: a number, or bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def message(*fields):
    return b"".join(field(n, v) for n, v in fields)


def segment(path):
    """Offset, address and size of the segment with the code."""
    out = subprocess.run(["readelf", "-lW", path], capture_output=True,
                         check=True).stdout.decode()
    for line in out.split("\n"):
        words = line.split()
        if words[:1] == ["LOAD"] and "E" in words[6:-1]:
            return tuple(int(words[i], 16) for i in (1, 2, 5))
    raise ValueError("no segment with code in " + path)


def build_id(path):
    out = subprocess.run(["readelf", "-n", path], capture_output=True,
                         check=True).stdout.decode()
    found = re.search(r"Build ID: ([0-9a-f]+)", out)
    return found.group(1) if found else ""
