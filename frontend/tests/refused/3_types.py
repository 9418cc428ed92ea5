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
# ! example.py:5:5: error: `x` is float64[:] on one path and str on another
# !         if n > 3:
# !         ^^^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ----
import numpy as np
import sys

x = 1
for i in range(len(sys.argv)):
    x = np.zeros(3)
print(x)
# ! example.py:5:1: error: `x` is int on one path and float64[3] on another
# !     for i in range(len(sys.argv)):
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ----
import sys

def f(n):
    if n == 0:
        return "done"
    return 1

print(f(len(sys.argv)))
# ! example.py:4:5: error: the result is str on one path and int on another
# !         if n == 0:
# !         ^^^^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ----
import numpy as np
import sys

def f(a, k):
    if k == 0:
        return a
    return f(np.stack([a, a]), k - 1)

print(f(np.zeros(1), len(sys.argv)))
# ! example.py:7:12: error: this function is called with too many different types
# !         return f(np.stack([a, a]), k - 1)
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: call it with the same element types and ranks each time
# ----
import numpy as np
import sys

def shape_of(n, rank):
    return np.zeros((n,) * rank)

print(shape_of(3, len(sys.argv)))
# ! example.py:5:21: error: a list repeated a number of times that is not a small constant is not supported
# !         return np.zeros((n,) * rank)
# !                         ^^^^^^^^^^^
# !     help: use `np.full(n, value)` or `np.zeros(n)`
# ----
import numpy as np
import sys

def axis_of(a, axis):
    return np.sum(a, axis=axis)

print(axis_of(np.zeros((2, 3)), len(sys.argv) - 1))
# ! example.py:7:7: error: the argument `axis` of axis_of() must be a constant
# !     print(axis_of(np.zeros((2, 3)), len(sys.argv) - 1))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: it decides a type or a shape in the function: write a literal here
# ----
import numpy as np

count = 3

def f():
    global count
    count = np.zeros(3)

f()
print(count)
# ! example.py:7:5: error: `count` is int on one path and float64[3] on another
# !         count = np.zeros(3)
# !         ^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
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
# ! example.py:7:9: error: `shared` is int | unbound on one path and iterator[(int, int)] on another
# !             shared = zip([1], [2])
# !             ^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ! example.py:17:5: error: `current` is int on one path and iterator[(int, int)] on another
# !         current = zip([1], [2])
# !         ^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ----
import numpy as np

first, *rest = np.zeros(5000)
# ! example.py:3:1: error: too many values to unpack
# !     first, *rest = np.zeros(5000)
# !     ^^^^^^^^^^^^
# !     help: index the array instead
# ----
import sys

if len(sys.argv) > 1:
    xs = zip([1, 2], [3, 4])
else:
    xs = None
print(xs)
# ! example.py:7:1: error: an iterator cannot be printed
# !     print(xs)
# !     ^^^^^^^^^
# !     help: print `list(...)` of it
# ! example.py:7:1: error: this value cannot be printed
# !     print(xs)
# !     ^^^^^^^^^
# !     help: print numbers, arrays or strings
# ----
import sys

def f(n):
    x = n
    for i in range(n):
        x = (x, i)
    return x

print(f(len(sys.argv)))
# ! example.py:5:5: error: `x` is int on one path and (int, int) on another
# !         for i in range(n):
# !         ^^^^^^^^^^^^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
