# COMPARE: exact
import sys, os, time, math
import numpy as np
from collections import defaultdict, deque, Counter, OrderedDict, namedtuple
from itertools import product, combinations, permutations, accumulate, chain, islice, groupby, zip_longest, repeat, count
from functools import reduce, lru_cache, partial
import operator

Point = namedtuple("Point", ["x", "y"])

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def compose(*fs):
    def inner(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return inner

def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step

c = counter()
print(c(), c(5), c(by=10))
print(fib(60))
print(compose(lambda v: v + 1, lambda v: v * 3)(7))
print([p for p in product("ab", range(2))])
print(list(combinations([1, 2, 3, 4], 2)))
print(len(list(permutations(range(5)))))
print(list(accumulate([1, 2, 3, 4], operator.mul)))
print(list(chain([1, 2], (3, 4), range(5, 7))))
print(list(islice(count(10, 5), 4)))
print(reduce(lambda a, b: a * b, range(1, 6)))
groups = defaultdict(list)
for w in "the quick brown fox jumps over the lazy dog".split():
    groups[len(w)].append(w)
print(dict(groups), Counter("mississippi").most_common(2))
for k, g in groupby(sorted([1, 1, 2, 3, 3, 3])):
    print(k, len(list(g)), end="; ")
print()
print(list(zip_longest([1, 2, 3], [4], fillvalue=0)))
add5 = partial(operator.add, 5)
print(add5(3), list(map(add5, [1, 2])))
q = deque(maxlen=3)
for i in range(5):
    q.append(i)
print(q, sum(q), q[0], q[-1])
p = Point(3, 4)
print(p, math.hypot(*p), p._replace(x=0), p._asdict())
x, (y, z), *w = 1, (2, 3), 4, 5
print(x, y, z, w)
i = 0
while (i := i + 1) < 10:
    if i % 7 == 0:
        print("seven")
        break
else:
    print("none")
for i in range(3):
    pass
else:
    print("done", i)

def kind(v):
    match v:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case n if n < 0:
            return "negative"
        case _:
            return "big"

print([kind(v) for v in (0, 2, -4, 99)])

def kw(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs

print(kw(1, c=3))
print(kw(1, 5, 6, 7, c=3, e=9, f=10))
print("%5.2f|%-6s|%04d|%x" % (math.pi, "ab", 42, 255))
print("{:>10}|{:^10}|{:<10}|{:,}".format("r", "c", "l", 1234567))
print(f"{math.e!r:.5} {12:b} {255:#x} {1e10:g} {0.1 + 0.2:.17f} {'x' * 3}")
s = "Hello, World"
print(s[::-1], s.lower().count("l"), s.find("World"), s.replace("o", "0"), s.partition(", "), s.title(), s.swapcase())
print(" ".join(reversed(s.split())), s.startswith("He"), "lo" in s, s.index("W"), ord("a"), chr(98), s.zfill(15), s.center(20, "*"))
print(divmod(-7, 3), -7 // 3, -7 % 3, 7 // -2, 2 ** -1, 2 ** 10, round(2.5), round(-3.567, 2), abs(-3), int("12"), float("1e3"), bool(""))
print(sorted({"b": 2, "a": 1}.items(), key=lambda kv: kv[1]), max([3, 1, 2]), min("hello"), sum([0.1] * 10), any([0, 1]), all([]))
print(os.path.join("a", "b.txt"), os.path.basename("/x/y.z"), os.path.splitext("y.tar.gz"), os.path.dirname("/x/y"))
