# Names, modules and assignments
# ----
values = [1.0, 2.0]
total = 0.0
for value in values:
    totl += value
print(total)
# ! example.py:4:5: error: `totl` is used before it is assigned
# !         totl += value
# !         ^^^^
# !     help: assign it first, or did you mean `total`?
# ----
def f(n):
    total = count + n
    count = 1
    return total

print(f(2))
# ! example.py:2:13: error: `count` is used before it is assigned
# !         total = count + n
# !                 ^^^^^
# !     help: assign it first
# ----
def f():
    for i in range(3):
        print(i)
    del i
    return i

f()
# ! example.py:5:12: error: `i` is used before it is assigned
# !         return i
# !                ^
# !     help: assign it first
# ----
print(size)
size = 3
# ! example.py:1:7: error: `size` is used before it is assigned
# !     print(size)
# !           ^^^^
# !     help: assign it first
# ----
import pandas
# ! example.py:1:8: error: no module named `pandas` is known
# !     import pandas
# !            ^^^^^^
# !     help: put `pandas.py` beside the program, or use numpy, math, sys, time, os and contextlib
# ----
# helper.py: scale = 2.0
import helper
print(helper.offset)
# ! example.py:3:7: error: module 'helper' has no attribute 'offset'
# !     print(helper.offset)
# !           ^^^^^^^^^^^^^
# !     help: define it at the top level of that file
# ----
# left.py: import right
# right.py: import left
import left
# ! right.py:1:8: error: these modules import one another in a circle: `left` -> `right` -> `left`
# !     import left
# !            ^^^^
# !     help: move what they share to a module that imports neither
# ----
from . import helper
# ! example.py:1:15: error: attempted relative import beyond the top-level package
# !     from . import helper
# !                   ^^^^^^
# !     help: import it by its full name
# ----
def f():
    a, b = (1, 2, 3)
    c, d = (1,)
    e, f, *g = (1,)
    return a + b + c + d
f()
# ! example.py:2:5: error: too many values to unpack (expected 2)
# !         a, b = (1, 2, 3)
# !         ^^^^
# !     help: there are 3 values: give as many targets
# ! example.py:3:5: error: not enough values to unpack (expected 2, got 1)
# !         c, d = (1,)
# !         ^^^^
# !     help: there are 1 values: give as many targets
# ! example.py:4:5: error: not enough values to unpack (expected at least 2, got 1)
# !         e, f, *g = (1,)
# !         ^^^^^^^^
# !     help: give fewer targets
# ----
import numpy as np
import sys

a = np.arange(len(sys.argv))
first, *rest = a
# ! example.py:5:1: error: the number of values is not known at compile time
# !     first, *rest = a
# !     ^^^^^^^^^^^^
# !     help: slice the array instead: `first, rest = a[0], a[1:]`
# ----
f(1) = 3
# ! example.py:1:1: error: invalid syntax: invalid assignment target
# !     f(1) = 3
# !     ^^^^
# !     help: assign to a name, an element or an attribute; compare with `==`
# ----
def f():
    pass

f() += 1
# ! example.py:4:1: error: invalid syntax: invalid augmented assignment target
# !     f() += 1
# !     ^^^
# !     help: update a name, an element or an attribute
# ----
import numpy as np

a = np.zeros(3)
a += np.zeros(4)
# ! example.py:4:1: error: operands could not be broadcast together with shapes (3,) (4,) (3,)
# !     a += np.zeros(4)
# !     ^^^^^^^^^^^^^^^^
# !     help: make the shapes agree, with `reshape` or `None` in an index
# ----
(1, 2)[0] = 3
"text"[0] = "t"
# ! example.py:1:1: error: items of (int, int) cannot be assigned
# !     (1, 2)[0] = 3
# !     ^^^^^^
# !     help: assign to items of an array
# ! example.py:2:1: error: items of str cannot be assigned
# !     "text"[0] = "t"
# !     ^^^^^^
# !     help: assign to items of an array
# ----
import numpy as np

x = 5
x.real = 3
a = np.zeros(3)
a.imag = 1.0
b = np.zeros(3, complex)
b.real = 1j
b.flags = 1
# ! example.py:4:1: error: attribute 'real' of int is not writable
# !     x.real = 3
# !     ^^^^^^
# !     help: numbers do not change; make a new one with `complex(re, im)`
# ! example.py:6:1: error: cannot set the imaginary part of a real array
# !     a.imag = 1.0
# !     ^^^^^^
# !     help: make the array complex
# ! example.py:8:1: error: a part of a complex number is real
# !     b.real = 1j
# !     ^^^^^^
# !     help: take `.real` or `.imag` of the value
# ! example.py:9:1: error: assigning to the attribute `flags` is not supported
# !     b.flags = 1
# !     ^^^^^^^
# !     help: use a variable of your own
# ----
x = 1
del x
print(x)
# ! example.py:3:7: error: `x` is used before it is assigned
# !     print(x)
# !           ^
# !     help: assign it first
# ----
def f():
    global x
    return x
print(f())
# ! example.py:3:12: error: the module-level variable `x` is never assigned before this
# !         return x
# !                ^
# !     help: assign it first
# ----
limit = 3
def set_limit():
    global limit
    limit = ...
set_limit()
print(limit)
# ! example.py:4:5: error: a module-level variable cannot hold `...`
# !         limit = ...
# !         ^^^^^
# !     help: pass it as an argument
# ----
def outer():
    state = 0
    def inner():
        nonlocal state
        state = ...
    inner()
    return state
print(outer())
# ! example.py:5:9: error: a variable that functions share cannot hold `...`
# !             state = ...
# !             ^^^^^
# !     help: pass it as an argument
# ----
def last(n):
    x = n + 1
    del x
    return x
print(last(3))
# ! example.py:4:12: error: `x` is used before it is assigned
# !         return x
# !                ^
# !     help: assign it first
