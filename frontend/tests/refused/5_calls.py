# Calls of functions
# ----
def f(a, b, c):
    return a + b + c

print(f(1, 2))
print(f(1, 2, 3, 4))
print(f(1, 2, c=3, d=4))
print(f(1, 2, b=3))
# ----
def f(**options):
    return options["size"]

print(f(colour=1))
print(f(size=1, **{"size": 2}))
# ----
def f(**options):
    for name in ["size"]:
        print(options.get(name))
    return options.pop("size")

print(f(size=1))
# ----
import numpy as np
import sys

def f(*values):
    return values[0]

print(f(*np.zeros(len(sys.argv))))
print(f(**np.zeros(3)))
# ----
def make(k):
    def f(a, n=np):
        return a
    return f

print(make(1)(1.0))
# ----
import numpy as np

print(np.sum(np.zeros(3), 0, None, None, 1, 2, 3, 4, 5))
print(np.sum(np.zeros(3), axes=0))
print(np.sum(np.zeros(3), 0, axis=0))
print(np.sum())
# ----
print(int(3, base=2))
print(ord(5))
print(range(1, 5, 0))
print(sum(5))
print(abs("a"))
print(any(5))
print(list(5))
print(min())
print(min([]))
print(round("a"))
print(isinstance(5, 5))
print(type(zip([1], [2])))
print("a" in 5)
# ----
import numpy as np
import sys

a = np.zeros(len(sys.argv))
print(sum(zip(a, a)))
print(tuple(a))
# ----
import numpy as np

print(sorted(["a", "b", 1]))
print(sorted([np.zeros(3), np.zeros(3)]))
# ----
import numpy as np
import sys
import operator

pair = operator.itemgetter(0, 5)
print(pair((1, 2)))
print(pair((1, 2), 3))
name = operator.attrgetter("shape")
print(name(np.zeros(3), 1))
print(operator.attrgetter(5))
print(operator.itemgetter(len(sys.argv))((1, "a")))
# ----
import functools
import operator

print(list(map(abs)))
print(functools.reduce(operator.add, []))
print(functools.partial(5))
# ----
import numpy as np
import sys
import itertools

a = np.zeros(len(sys.argv))
print(list(itertools.product([1], repeat=-1)))
print(list(itertools.product([1, 2], repeat=9)))
print(list(itertools.combinations(a, 2)))
print(list(itertools.permutations(range(9))))
print(list(itertools.chain(a, a)))
print(list(itertools.accumulate(a)))
print(list(itertools.islice(zip(a, a), 3)))
print(list(itertools.islice(range(9, 0, -1), 3)))
print(list(itertools.pairwise(a)))
print(list(itertools.starmap(max, a)))
for i in itertools.count(0, -1):
    print(i)
# ----
import numpy as np
import math
import sys

a = np.zeros(len(sys.argv))
print(math.prod(a))
print(math.sumprod(a, a))
print(math.sumprod([1.0], [1.0]))
print(math.sumprod([1], [1, 2]))
print(math.dist(a, a))
print(math.dist([1.0], [1.0, 2.0]))
print(math.sqrt("a"))
print(math.hypot(*a))
# ----
import numpy as np
from contextlib import suppress
with 5 as x:
    print(x)
with np.errstate(divide="raise"):
    print(1)
with suppress(5):
    print(2)
