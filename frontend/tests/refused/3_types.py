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
def make(n):
    return zip([n], [n])

make(1)
# ! example.py:2:5: error: a function cannot return an iterator
# !         return zip([n], [n])
# !         ^^^^^^^^^^^^^^^^^^^^
# !     help: return numbers, arrays, strings or tuples of them
# ----
def take(x):
    return 1

take(zip([1], [2]))
# ! example.py:4:1: error: a function cannot be passed an iterator
# !     take(zip([1], [2]))
# !     ^^^^^^^^^^^^^^^^^^^
# !     help: pass numbers, arrays, strings, functions or tuples of them
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
# ! example.py:23:5: error: a function cannot return an iterator
# !         return zip([n], [n])
# !         ^^^^^^^^^^^^^^^^^^^^
# !     help: return numbers, arrays, strings or tuples of them
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
# ----
state = 3
try:
    state = ...
    print(1 // state)
except ZeroDivisionError:
    pass
print(state)
# ! example.py:3:5: error: `state` is `...` and may be read behind this `try`
# !         state = ...
# !         ^^^^^
# !     help: give the variable in the block another name
# ! example.py:4:11: error: unsupported operand types for //: int and `...`
# !         print(1 // state)
# !               ^^^^^^^^^^
# !     help: convert one operand so that the types fit
# ----
last = ...
for i in range(3):
    if i == 2:
        last = i
print(last)
# ! example.py:2:1: error: `last` is `...` and changes in this loop
# !     for i in range(3):
# !     ^^^^^^^^^^^^^^^^^^
# !     help: give the variable in the loop another name
# ----
import sys

def after(f):
    return lambda x: f(x) + 1

f = lambda x: x
for i in range(len(sys.argv)):
    f = after(f)
print(f(1))
# ! example.py:7:1: error: the type of a variable in this loop grows with every iteration
# !     for i in range(len(sys.argv)):
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: keep values of one type: a list of functions instead of functions within functions, for example
# ----
from functools import reduce

def after(f):
    return lambda x: f(x) + 1

counts = [1, 2]
counts.append(3)
print(reduce(lambda f, x: after(f), counts, lambda x: x)(3))
# ! example.py:8:7: error: the type of this value grows with every item
# !     print(reduce(lambda f, x: after(f), counts, lambda x: x)(3))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: keep values of one type: a list of functions instead of functions within functions, for example
# ----
from functools import reduce
xs = [1, 2]
xs.append(3)
print(reduce(lambda a, b: b, xs, ...))
# ! example.py:4:7: error: a fold cannot start from `...`
# !     print(reduce(lambda a, b: b, xs, ...))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: start from a number, a string, an array or a tuple
# ----
from functools import reduce
xs = [1, 2]
xs.append(3)
print(reduce(lambda a, b: "x", xs, 0))
# ! example.py:4:7: error: this is int at first and str later
# !     print(reduce(lambda a, b: "x", xs, 0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: start from a value of the type that the function gives
# ----
import sys
import numpy as np

n = len(sys.argv)
a = b = c = d = e = f = 0
if n > 0:
    a = np.float32(0.5)
if n > 1:
    b = np.float32(0.5)
if n > 2:
    c = np.float32(0.5)
if n > 3:
    d = np.float32(0.5)
if n > 4:
    e = np.float32(0.5)
if n > 5:
    f = np.float32(0.5)
print(max(a, b, c, d, e, f))
# ! example.py:18:7: error: too many numbers here are of several types on different paths
# !     print(max(a, b, c, d, e, f))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: give the variables one type each: start with `0.0` for floats, or convert with `float(...)` or `int(...)`
# ----
import sys

x = 0
for i in range(len(sys.argv)):
    x += 0.5
print(range(x))
# ! example.py:6:13: error: this number is an int on one path and a float on another, which matters here
# !     print(range(x))
# !                 ^
# !     help: start with a float: write `0.0` instead of `0`
# ----
import sys

n = len(sys.argv)
print((1, "a")[n])
# ! example.py:4:7: error: a tuple of this kind is indexed by constants only
# !     print((1, "a")[n])
# !           ^^^^^^^^^^^
# !     help: make it an array, or use a constant index
