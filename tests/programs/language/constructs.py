# COMPARE: exact
"""The small constructs of the language."""
from __future__ import annotations

import sys
from typing import Callable, Final, Optional, Sequence

import numpy.typing as npt

LIMIT: Final = 10
count: int = 3


def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            print("found at", i)
            break
    else:
        print("not found")
        return -1
    return i


print(find((1, 2, 3), 2), find((1, 2, 3), 9))

n = 5
while n > 0:
    n -= 2
    if n == 100:
        break
else:
    print("ended", n)

a = b = c = 7
a += 1
b //= 2
c **= 2
print(a, b, c)
x = 5
x <<= 2
x |= 1
x ^= 4
x &= 0xFF
x >>= 1
x %= 6
print(x)

if (m := 10) > 5:
    print("walrus", m)
print([y := 4, y**2])

s = "abc" if count > 2 else "def"
print(s)
assert count == 3, "count is wrong"
del s
s = 1
print(s)


def typed(f: Callable[[float], float], xs: Sequence[float], y: Optional[int] = None) -> npt.NDArray:
    """Says what it does."""
    local: int
    local = 3
    return f(xs[0]) + local if y is None else y


print(typed(lambda v: v * 2, (1.5, 2.5)), typed(abs, (1.0,), 4))
print(1, 2, sep="-", end="!\n")
print("err", file=sys.stderr, flush=True)
print(isinstance(3, int), isinstance(2.5, (int, float)), isinstance("s", str), isinstance(True, int))
print(type(3) is int, type(2.5) == float, type("x") is str, type(3) is float, type(True) is bool)
print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(3, 4), pow(3, 4, 5), pow(2, -1), pow(7, 200, 13))
print(round(2.5), round(3.14159, 2), round(1234, -2), abs(-4), abs(-2.5))
print(bin(10), hex(255), oct(8), bin(-5), hex(-255), int("ff", 16), int("101", 2), int("-0x1f", 16), int("12", 10))
print(float("inf"), float("-inf"), float("1e3"), (10).bit_length(), (2.0).is_integer(), (2.5).is_integer())
print(chr(65), ord("a"), list(zip((1, 2), (3, 4), strict=True)), list(enumerate("ab", start=1)))
print(0b101, 0o17, 0xFF, 1_000_000, 1e-3)
print(not True, 1 < 2 < 3, 1 < 3 < 2, 1 if 0 else 2, 3 and 4, 0 or 5, None or "x")
print(min(3, 1, 2), max((4, 9, 2)), min(2.5, 1), max("b", "a"), min((3, -4, 2), key=abs), max(1, -5, 3, key=lambda v: v * v))
print(sum((1, 2, 3)), sum([0.5, 0.25]), any((0, 1)), all((1, 0)), all(()))
print(max((), default=0), min((3, 2), default=5))
print(sorted((3, 1, 2)), sorted((3, 1, 2), reverse=True), sorted((-3, 1, 2), key=abs), sorted(("bb", "a", "ccc"), key=len))
print(list(reversed((1, 2, 3))), tuple(range(4)), list(range(10, 0, -3)))
print(callable(find), hasattr("s", "upper"))
print("a" "b", 'it''s', "tab\there", r"raw\n", """multi
line""")
if __name__ == "__main__":
    print("main")


def empty(): ...


print(empty(), type(None) is type(None))
pass
for _ in range(2):
    pass
else:
    print("loop else")
