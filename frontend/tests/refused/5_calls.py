# Calls of functions
# ----
def f(a, b, c):
    return a + b + c

print(f(1, 2))
print(f(1, 2, 3, 4))
print(f(1, 2, c=3, d=4))
print(f(1, 2, b=3))
# ! example.py:4:7: error: f() missing 1 required positional argument: 'c'
# !     print(f(1, 2))
# !           ^^^^^^^
# !     help: the function is `f(a, b, c)`
# ! example.py:5:7: error: f() takes 3 positional arguments but 4 were given
# !     print(f(1, 2, 3, 4))
# !           ^^^^^^^^^^^^^
# !     help: the function is `f(a, b, c)`
# ! example.py:6:22: error: f() got an unexpected keyword argument 'd'
# !     print(f(1, 2, c=3, d=4))
# !                          ^
# !     help: the function is `f(a, b, c)`
# ! example.py:7:17: error: f() got multiple values for argument 'b'
# !     print(f(1, 2, b=3))
# !                     ^
# !     help: the function is `f(a, b, c)`
# ----
def f(**options):
    return options["size"]

print(f(colour=1))
print(f(size=1, **{"size": 2}))
# ! example.py:2:12: error: KeyError: 'size'
# !         return options["size"]
# !                ^^^^^^^^^^^^^^^
# !     help: the keys are colour
# ! example.py:5:19: error: the names in dict[str, int] are not known at compile time
# !     print(f(size=1, **{"size": 2}))
# !                       ^^^^^^^^^^^
# !     help: write each keyword argument out, or pass on the function's own `**kwargs`
# ----
def f(**options):
    for name in ["size"]:
        print(options.get(name))
    return options.pop("size")

print(f(size=1))
# ! example.py:4:12: error: `pop` is not supported on keyword arguments
# !         return options.pop("size")
# !                ^^^^^^^^^^^^^^^^^^^
# !     help: use `get`, `keys`, `values`, `items`, or a parameter with a default value
# ----
import numpy as np
import sys

def f(*values):
    return values[0]

print(f(*np.zeros(len(sys.argv))))
print(f(**np.zeros(3)))
# ! example.py:8:11: error: the names in float64[3] are not known at compile time
# !     print(f(**np.zeros(3)))
# !               ^^^^^^^^^^^
# !     help: write each keyword argument out, or pass on the function's own `**kwargs`
# ----
def make(k):
    def f(a, n=np):
        return a
    return f

print(make(1)(1.0))
# ! example.py:2:16: error: name 'np' is not defined
# !         def f(a, n=np):
# !                    ^^
# !     help: add `import numpy as np`
# ----
import numpy as np

print(np.sum(np.zeros(3), 0, None, None, 1, 2, 3, 4, 5))
print(np.sum(np.zeros(3), axes=0))
print(np.sum(np.zeros(3), 0, axis=0))
print(np.sum())
# ! example.py:3:51: error: sum() takes at most 7 arguments
# !     print(np.sum(np.zeros(3), 0, None, None, 1, 2, 3, 4, 5))
# !                                                       ^
# !     help: the parameters are (a, axis=..., dtype=..., out=..., keepdims=..., initial=..., where=...)
# ! example.py:4:32: error: the argument 'axes' of sum() is not supported
# !     print(np.sum(np.zeros(3), axes=0))
# !                                    ^
# !     help: did you mean `axis`?
# ! example.py:5:35: error: sum() got multiple values for argument 'axis'
# !     print(np.sum(np.zeros(3), 0, axis=0))
# !                                       ^
# !     help: pass it once
# ! example.py:6:7: error: sum() is missing its argument 'a'
# !     print(np.sum())
# !           ^^^^^^^^
# !     help: the parameters are (a, axis=..., dtype=..., out=..., keepdims=..., initial=..., where=...)
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
# ! example.py:1:7: error: int() can't convert non-string with explicit base
# !     print(int(3, base=2))
# !           ^^^^^^^^^^^^^^
# !     help: pass a string
# ! example.py:2:11: error: ord() expected string of length 1, but int found
# !     print(ord(5))
# !               ^
# !     help: pass a character
# ! example.py:3:19: error: range() arg 3 must not be zero
# !     print(range(1, 5, 0))
# !                       ^
# !     help: use a step such as 1 or -1
# ! example.py:4:7: error: int cannot be iterated over
# !     print(sum(5))
# !           ^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:5:7: error: an array is needed here, not str
# !     print(abs("a"))
# !           ^^^^^^^^
# !     help: use an array or a number
# ! example.py:6:7: error: int cannot be iterated over
# !     print(any(5))
# !           ^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:7:7: error: int cannot be iterated over
# !     print(list(5))
# !           ^^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:8:7: error: min() or max() of nothing
# !     print(min())
# !           ^^^^^
# !     help: pass at least one value, or `default=`
# ! example.py:9:7: error: min() or max() of nothing
# !     print(min([]))
# !           ^^^^^^^
# !     help: pass at least one value, or `default=`
# ! example.py:10:7: error: a number is needed here, not str
# !     print(round("a"))
# !           ^^^^^^^^^^
# !     help: use a number
# ! example.py:11:21: error: isinstance() needs built-in types here
# !     print(isinstance(5, 5))
# !                         ^
# !     help: use int, float, str or np.ndarray
# ! example.py:12:7: error: the type of an iterator is not known here
# !     print(type(zip([1], [2])))
# !           ^^^^^^^^^^^^^^^^^^^
# !     help: test with `isinstance`
# ! example.py:13:7: error: `in` is not supported on int
# !     print("a" in 5)
# !           ^^^^^^^^
# !     help: use a tuple, a list literal, a string or an array
# ----
import numpy as np
import sys

a = np.zeros(len(sys.argv))
print(sum(zip(a, a)))
print(tuple(a))
# ! example.py:5:7: error: unsupported operand types for +: int and (np.float64, np.float64)
# !     print(sum(zip(a, a)))
# !           ^^^^^^^^^^^^^^
# !     help: convert one operand so that the types fit
# ----
import numpy as np

print(sorted(["a", "b", 1]))
print(sorted([np.zeros(3), np.zeros(3)]))
# ! example.py:3:7: error: a list that holds str cannot hold int too
# !     print(sorted(["a", "b", 1]))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: use values of one type, or a list for each type
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
# ! example.py:6:7: error: index out of range
# !     print(pair((1, 2)))
# !           ^^^^^^^^^^^^
# !     help: there are 2 items
# ! example.py:7:7: error: itemgetter expected 1 argument, got 2
# !     print(pair((1, 2), 3))
# !           ^^^^^^^^^^^^^^^
# !     help: pass the value whose items are wanted
# ! example.py:9:7: error: attrgetter expected 1 argument, got 2
# !     print(name(np.zeros(3), 1))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: pass the value whose attributes are wanted
# ! example.py:10:7: error: attribute name must be a string that is written out
# !     print(operator.attrgetter(5))
# !           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write a literal
# ! example.py:11:7: error: this item of (int, str) is not known at compile time
# !     print(operator.itemgetter(len(sys.argv))((1, "a")))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write the subscript out
# ----
import functools
import operator

print(list(map(abs)))
print(functools.reduce(operator.add, []))
print(functools.partial(5))
# ! example.py:4:12: error: map() must have at least two arguments.
# !     print(list(map(abs)))
# !                ^^^^^^^^
# !     help: pass what to go over
# ! example.py:5:7: error: reduce() of empty iterable with no initial value
# !     print(functools.reduce(operator.add, []))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass an initial value
# ! example.py:6:7: error: the first argument must be callable
# !     print(functools.partial(5))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: pass a function
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
# ! example.py:6:12: error: repeat argument cannot be negative
# !     print(list(itertools.product([1], repeat=-1)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a count of at least 0
# ! example.py:7:12: error: product() of more than 8 iterables is not supported
# !     print(list(itertools.product([1, 2], repeat=9)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: nest the loops
# ! example.py:8:12: error: the number of items is not known at compile time
# !     print(list(itertools.combinations(a, 2)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write nested loops: `for i in range(n): for j in range(i + 1, n): ...`
# ! example.py:9:12: error: these are too many selections to write out
# !     print(list(itertools.permutations(range(9))))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write nested loops
# ! example.py:10:12: error: the number of items is not known at compile time
# !     print(list(itertools.chain(a, a)))
# !                ^^^^^^^^^^^^^^^^^^^^^
# !     help: write one loop after the other, or use `np.concatenate`
# ! example.py:11:12: error: the number of items is not known at compile time
# !     print(list(itertools.accumulate(a)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `np.cumsum`, or a loop
# ! example.py:12:12: error: islice() of this is not supported
# !     print(list(itertools.islice(zip(a, a), 3)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: slice it: `a[start:stop]`
# ! example.py:13:12: error: islice() of a range that goes down is not supported
# !     print(list(itertools.islice(range(9, 0, -1), 3)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: slice the range
# ! example.py:14:12: error: the number of items is not known at compile time
# !     print(list(itertools.pairwise(a)))
# !                ^^^^^^^^^^^^^^^^^^^^^
# !     help: use `zip(a[:-1], a[1:])`
# ! example.py:15:12: error: the number of items is not known at compile time
# !     print(list(itertools.starmap(max, a)))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write a loop
# ! example.py:16:10: error: count() with a step that is not positive is not supported
# !     for i in itertools.count(0, -1):
# !              ^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `range`
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
# ! example.py:6:7: error: the number of items is not known at compile time
# !     print(math.prod(a))
# !           ^^^^^^^^^^^^
# !     help: use `np.prod`
# ! example.py:7:7: error: the number of items is not known at compile time
# !     print(math.sumprod(a, a))
# !           ^^^^^^^^^^^^^^^^^^
# !     help: use `np.dot`
# ! example.py:8:7: error: math.sumprod is supported for ints
# !     print(math.sumprod([1.0], [1.0]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `math.fsum` of the products
# ! example.py:9:7: error: Inputs are not the same length
# !     print(math.sumprod([1], [1, 2]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give sequences of one length
# ! example.py:10:7: error: the number of coordinates is not known at compile time
# !     print(math.dist(a, a))
# !           ^^^^^^^^^^^^^^^
# !     help: use `np.linalg.norm`
# ! example.py:11:7: error: both points must have the same number of dimensions
# !     print(math.dist([1.0], [1.0, 2.0]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give sequences of one length
# ! example.py:12:17: error: a number is needed here, not str
# !     print(math.sqrt("a"))
# !                     ^^^
# !     help: use a number
# ! example.py:13:19: error: the number of these arguments is not known at compile time
# !     print(math.hypot(*a))
# !                       ^
# !     help: write them out, or give the function a parameter such as `*args` for them
# ----
import numpy as np
from contextlib import suppress
with 5 as x:
    print(x)
with np.errstate(divide="raise"):
    print(1)
with suppress(5):
    print(2)
# ! example.py:3:6: error: int is no context manager
# !     with 5 as x:
# !          ^
# !     help: `with` takes objects with `__enter__` and `__exit__`, open(...), np.errstate(...) and contextlib.suppress(...)
# ! example.py:5:25: error: compiled code does not stop at floating-point errors
# !     with np.errstate(divide="raise"):
# !                             ^^^^^^^
# !     help: use 'ignore', and test the result with `np.isfinite`
# ! example.py:7:6: error: int is no class of exceptions
# !     with suppress(5):
# !          ^^^^^^^^^^^
# !     help: name classes of exceptions: `except ValueError:`, `except (KeyError, IndexError):`
# ----
import sys

def pair(a, b):
    return a + b

values = [len(arg) for arg in sys.argv]
print(pair(*values))
rows = [values, values]
rows.append(values)
print(list(zip(*rows)))
# ! example.py:7:13: error: the number of these arguments is not known at compile time
# !     print(pair(*values))
# !                 ^^^^^^
# !     help: write them out, or give the function a parameter such as `*args` for them
# ! example.py:10:12: error: the rows of this `zip(*rows)` are no tuples of one length
# !     print(list(zip(*rows)))
# !                ^^^^^^^^^^
# !     help: write `[[row[i] for row in rows] for i in range(n)]`
# ----
f = lambda n: f(n)
print(f(3))
# ! example.py:1:5: error: the result type of <lambda>() cannot be inferred: it always calls itself
# !     f = lambda n: f(n)
# !         ^^^^^^^^^^^^^^
# !     help: return a value on a path that does not recurse
# ----
def f(a, **kw):
    return kw
def g(**kw):
    return f(1, x=2, **kw)
print(g(x=3))
# ! example.py:4:24: error: f() got multiple values for keyword argument 'x'
# !         return f(1, x=2, **kw)
# !                            ^^
# !     help: pass it once
# ----
def outer(n):
    def helper(x):
        return x + n
    class Point:
        def __init__(self, x):
            self.x = x
        def shifted(self):
            return helper(self.x)
    return Point(1)

print(outer(3).shifted())
# ! example.py:11:7: error: shifted() uses variables of a function that is not at hand here
# !     print(outer(3).shifted())
# !           ^^^^^^^^^^^^^^^^^^
# !     help: pass them as arguments, or keep them in the instance
# ----
import sys

def chosen(**options):
    return options.get(sys.argv[0])

print(chosen(a=1, b=2))
# ! example.py:4:12: error: the key must be known at compile time
# !         return options.get(sys.argv[0])
# !                ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write a literal
# ----
while True:
    break
    def late(x, y=max(1, 2)):
        return x + y

def user():
    return late(1)

print(user())
# ! example.py:3:19: error: a default value must be a constant here
# !         def late(x, y=max(1, 2)):
# !                       ^^^^^^^^^
# !     help: use None as the default and compute the value in the function
# ----
# sig: area(float64)
# sig: scale(float64)
def scale(x, factor):
    return x * factor
# ! example.py:1:1: error: --sig names `area`, which is no function of this file
# !     # sig: area(float64)
# !     ^
# !     help: name a function defined at the top level
# ! example.py:3:5: error: --sig gives 1 type for scale()
# !     def scale(x, factor):
# !         ^^^^^
# !     help: the function is `scale(x, factor)`
# ----
# library: example
# sig: größe(float64)
# sig: label(int64)
# sig: pairs(int64)
def größe(x):
    return x * 2.0

def label(n):
    return str(n)

def pairs(n):
    return {n: 1}
# ! example.py:5:5: error: `größe` cannot be the name of a function in C
# !     def größe(x):
# !         ^^^^^
# !     help: export a function with another name that calls this one
# ! example.py:8:5: error: label() returns str, which code outside cannot take
# !     def label(n):
# !         ^^^^^
# !     help: return numbers, arrays or tuples of them
# ! example.py:11:5: error: pairs() returns dict[int, int], which code outside cannot take
# !     def pairs(n):
# !         ^^^^^
# !     help: return numbers, arrays or tuples of them
# ----
from functools import lru_cache

@lru_cache(maxsize=None)
def later(n):
    return ...

print(later(3))
# ! example.py:5:5: error: a function cannot return `...`
# !         return ...
# !         ^^^^^^^^^^
# !     help: return numbers, arrays, strings or tuples of them
# ----
# entry: adder i
def adder(n):
    return lambda x: x + n
# ! example.py:2:5: error: adder() returns function, which does not leave compiled code
# !     def adder(n):
# !         ^^^^^
# !     help: return numbers, text, None, arrays, or tuples, lists, dicts and sets of them
