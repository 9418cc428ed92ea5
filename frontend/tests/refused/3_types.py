# Types of variables and results
# ----
import numpy as np
import sys

def f(n):
    if n > 3:
        x = np.zeros(n)
    else:
        x = "small"
    return x

print(f(len(sys.argv)))
# ----
import numpy as np
import sys

x = 1
for i in range(len(sys.argv)):
    x = np.zeros(3)
print(x)
# ----
import sys

def f(n):
    if n == 0:
        return "done"
    return 1

print(f(len(sys.argv)))
# ----
import numpy as np
import sys

def f(a, k):
    if k == 0:
        return a
    return f(np.stack([a, a]), k - 1)

print(f(np.zeros(1), len(sys.argv)))
# ----
import numpy as np
import sys

def shape_of(n, rank):
    return np.zeros((n,) * rank)

print(shape_of(3, len(sys.argv)))
# ----
import numpy as np
import sys

def axis_of(a, axis):
    return np.sum(a, axis=axis)

print(axis_of(np.zeros((2, 3)), len(sys.argv) - 1))
# ----
import numpy as np

count = 3

def f():
    global count
    count = np.zeros(3)

f()
print(count)
# ----
def make(n):
    return zip([n], [n])

make(1)
# ----
def take(x):
    return 1

take(zip([1], [2]))
# ----
import functools

def outer():
    shared = 1
    def inner():
        nonlocal shared
        shared = zip([1], [2])
    inner()
    return 1

outer()

current = 1

def select():
    global current
    current = zip([1], [2])

select()

@functools.lru_cache
def kept(n):
    return zip([n], [n])

kept(3)
# ----
import numpy as np

first, *rest = np.zeros(5000)
# ----
import sys

if len(sys.argv) > 1:
    xs = zip([1, 2], [3, 4])
else:
    xs = None
print(xs)
# ----
import sys

def f(n):
    x = n
    for i in range(n):
        x = (x, i)
    return x

print(f(len(sys.argv)))
