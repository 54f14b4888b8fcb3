#!/usr/bin/env python3
"""Prints model/unicode.c from the Unicode tables that Python carries.

Run it with a newer Python to follow a newer Unicode:

    python3 model/unicode.py > model/unicode.c
"""
import unicodedata

LAST = 0x10FFFF
# Unseen although their category says letter or mark.
IGNORABLE = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0,
             *range(0x180B, 0x1810), *range(0xFE00, 0xFE10),
             *range(0xE0100, 0xE01F0)}
# Terminals disagree on the width of these, or of a pair, or of a person and one.
DISPUTED = {*range(0x3248, 0x3250), *range(0x4DC0, 0x4E00),
            *range(0x1F1E6, 0x1F200), *range(0x1F3FB, 0x1F400)}
# The vowels and finals of Hangul syllables take the cell of their first.
JAMO = {*range(0x1160, 0x1200), *range(0xD7B0, 0xD800)}


def is_hidden(c):
    category = unicodedata.category(chr(c))
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return True
    return (category == "Zs" and c != 0x20) or c in IGNORABLE or c in DISPUTED


def is_mark(c):
    return unicodedata.category(chr(c)) in ("Mn", "Me") or c in JAMO


def is_wide(c):
    return unicodedata.east_asian_width(chr(c)) in ("W", "F")


def ranges(claim, spare):
    """The ranges where claim holds; they may run over what is spare."""
    found, first, last = [], None, None
    for c in range(LAST + 2):
        if c <= LAST and claim(c):
            first, last = c if first is None else first, c
        elif first is not None and (c > LAST or not spare(c)):
            found.append((first, last))
            first = None
    return found


def show(name, found):
    print("\nconst struct unicode_range %s[] = {" % name)
    line = ""
    for first, last in found:
        item = "{ 0x%X, 0x%X }," % (first, last)
        if len(line) + len(item) > 64:
            print("\t" + line.rstrip())
            line = ""
        line += item + " "
    print("\t" + line.rstrip() + "\n};")
    print("const size_t %s_n = ARRAY_SIZE(%s);" % (name, name))


HIDDEN = [is_hidden(c) for c in range(LAST + 1)]
print("/* Written by model/unicode.py from Unicode %s. */"
      % unicodedata.unidata_version)
print('#include "config.h"\n\n#include "model/unicode.h"\n')
print('#include "model/mem.h"')
show("unicode_hidden", ranges(lambda c: HIDDEN[c], lambda c: False))
show("unicode_marks", ranges(lambda c: not HIDDEN[c] and is_mark(c),
                             lambda c: HIDDEN[c]))
show("unicode_wide", ranges(lambda c: not HIDDEN[c] and is_wide(c),
                            lambda c: HIDDEN[c] or is_mark(c)))
