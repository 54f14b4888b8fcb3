"""Which functions of a profile are looked at, and how to get to them."""
import collections

from . import reference, screens
from .screens import NARROW

FLAT, CUM = 5, 5	# so many of the hottest

Function = collections.namedtuple("Function", "name place recurs")


def recurring(subject):
    """The functions that are on some stack more than once."""
    found = set()
    for trace in reference.read_traces(subject.ask("-traces")):
        if len(set(trace.stack)) < len(trace.stack):
            counts = collections.Counter(trace.stack)
            found |= {name for name, n in counts.items() if n > 1}
    return found


def choose(subject):
    """What choose_anew finds, once for a subject."""
    if "functions" not in subject.memo:
        subject.memo["functions"] = choose_anew(subject)
    return subject.memo["functions"]


def choose_anew(subject):
    """The hottest by flat and by cum, and the hottest that recurs."""
    flags = ("-nodecount=0", "-nodefraction=0")
    rows = reference.read_top(subject.ask("-top", *flags))
    by_cum = reference.read_top(subject.ask("-top", "-cum", *flags))
    names = [reference.plain_name(row.name) for row in rows]
    hottest = [reference.plain_name(row.name) for row in by_cum]
    once = collections.Counter(names)
    recurs = recurring(subject)
    wanted = names[:FLAT] + hottest[:CUM] + \
        [name for name in hottest if name in recurs][:1]
    return [Function(name, names.index(name), name in recurs)
            for name in dict.fromkeys(wanted) if once[name] == 1]


def add_visits(script, functions, key, add_dump):
    """Goes to each function in the list and from there to a panel."""
    shots = []
    for function in functions:
        script.resize(NARROW)
        script.add("1")
        screens.add_walk(script, function.place)
        script.add(key)
        shots.append(add_dump(script, function))
    return shots


def pattern(functions):
    """A regexp of exactly these names."""
    return "^(" + "|".join(reference.quoted(f.name)
                           for f in functions) + ")$"
