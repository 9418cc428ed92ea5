# COMPARE: exact
from enum import Enum, IntEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

class Level(IntEnum):
    LOW = 10
    HIGH = 20

print(Color.RED, Color.RED.name, Color.RED.value)
c = Color.GREEN
print(c == Color.GREEN, c is Color.GREEN, c != Color.RED)
for k in Color:
    print(k.name, k.value)
print(Level.LOW < Level.HIGH, Level.HIGH + 1)
def describe(c):
    if c == Color.RED:
        return "stop"
    elif c == Color.GREEN:
        return "go"
    return "?"
print([describe(k) for k in Color], len(Color))
print(Color(3), Color["BLUE"])
d = {Color.RED: 5, Color.BLUE: 7}
print(d[Color.BLUE])
from enum import auto
class Op(Enum):
    ADD = "+"
    MUL = "*"
    NEG = "-"

class State(Enum):
    IDLE = auto()
    RUN = auto()
    DONE = auto()

    def next(self):
        if self is State.IDLE:
            return State.RUN
        return State.DONE

    @property
    def label(self):
        return f"[{self.name.lower()}]"

s = State.IDLE
while s != State.DONE:
    print(s, s.label, s.value)
    s = s.next()
print(repr(s), [st.name for st in State])
try:
    print(Color(7))
except ValueError as e:
    print(e)
try:
    print(Color["PINK"])
except KeyError as e:
    print("no", e)
class Cell:
    def __init__(self, kind):
        self.kind = kind
cells = [Cell(Color.RED), Cell(Color.BLUE), Cell(Color.RED)]
print(sum(1 for c in cells if c.kind == Color.RED), {c.kind.name for c in cells} == {"RED", "BLUE"})
counts = {k: 0 for k in Color}
for c in cells:
    counts[c.kind] += 1
for k, v in counts.items():
    print(k.name, v)
print(Level.HIGH > 15, sorted([Level.HIGH, Level.LOW], key=lambda l: l)[0] == 10, Level(20).name, isinstance(s, State), Color.RED in (Color.RED, Color.BLUE))
