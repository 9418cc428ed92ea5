# Lists, dicts, sets and classes
# ----
values = [1, "a"]
values.append(2.0)
# ! example.py:1:10: error: a list that holds int cannot hold str too
# !     values = [1, "a"]
# !              ^^^^^^^^
# !     help: use values of one type, or a list for each type
# ----
values = []
values.append("a")
values.append(3)
values.shuffle()
values[0:1] = 5
del values[0].x
# ! example.py:3:1: error: a list that holds str cannot hold int too
# !     values.append(3)
# !     ^^^^^^^^^^^^^^^^
# !     help: use values of one type, or a list for each type
# ! example.py:4:1: error: list has no supported method `shuffle` with these arguments
# !     values.shuffle()
# !     ^^^^^^^^^^^^^^^^
# !     help: use another method, or a loop
# ! example.py:5:1: error: int cannot be iterated over
# !     values[0:1] = 5
# !     ^^^^^^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:6:5: error: only variables and items can be deleted
# !     del values[0].x
# !         ^^^^^^^^^^^
# !     help: assign to it instead
# ----
prices = {"a": 1.0}
prices[[1]] = 2.0
prices[3] = 2.0
print(prices["a":"b"])
prices.setdefault()
prices.update([1, 2])
prices.spam()
print(dict([1, 2]))
# ! example.py:2:1: error: unhashable type: 'list'
# !     prices[[1]] = 2.0
# !     ^^^^^^^^^^^
# !     help: use a number, a string or a tuple of them
# ! example.py:3:1: error: a dict that holds str cannot hold int too
# !     prices[3] = 2.0
# !     ^^^^^^^^^
# !     help: use values of one type, or a list for each type
# ! example.py:4:14: error: a dict cannot be sliced
# !     print(prices["a":"b"])
# !                  ^^^^^^^
# !     help: make a list of it
# ! example.py:5:1: error: dict has no supported method `setdefault` with these arguments
# !     prices.setdefault()
# !     ^^^^^^^^^^^^^^^^^^^
# !     help: use another method, or a loop
# ! example.py:6:1: error: a dict is updated from pairs of a key and a value
# !     prices.update([1, 2])
# !     ^^^^^^^^^^^^^^^^^^^^^
# !     help: use `for` and `d[key] = value`
# ! example.py:7:1: error: dict has no supported method `spam` with these arguments
# !     prices.spam()
# !     ^^^^^^^^^^^^^
# !     help: use another method, or a loop
# ! example.py:8:7: error: a dict is made of pairs of a key and a value
# !     print(dict([1, 2]))
# !           ^^^^^^^^^^^^
# !     help: use `{key: value for ...}`
# ----
names = {"a", "b"}
print(names[0])
names[0] = "c"
print(names | {1})
names.add([1])
print(names < 5)
# ! example.py:2:7: error: a set[str] cannot be indexed
# !     print(names[0])
# !           ^^^^^^^^
# !     help: index a list or a dict
# ! example.py:3:1: error: items of a set[str] cannot be assigned
# !     names[0] = "c"
# !     ^^^^^^^^
# !     help: use a list or a dict
# ! example.py:4:7: error: unsupported operand types for |: set[str] and set[int]
# !     print(names | {1})
# !           ^^^^^^^^^^^
# !     help: convert one operand so that the types fit
# ! example.py:5:1: error: unhashable type: 'list'
# !     names.add([1])
# !     ^^^^^^^^^^^^^^
# !     help: use a number, a string or a tuple of them
# ! example.py:6:7: error: `<` is not defined between set[str] and int
# !     print(names < 5)
# !           ^^^^^^^^^
# !     help: convert one side so that the types fit
# ----
import numpy as np

def f(n):
    return 1

items = [f, f]
print(items == items)
items.append(zip([1], [2]))
np.array([f, f])
# ! example.py:7:7: error: a list of functions or the like cannot be compared
# !     print(items == items)
# !           ^^^^^^^^^^^^^^
# !     help: compare the items one by one
# ! example.py:8:1: error: a list cannot hold an iterator
# !     items.append(zip([1], [2]))
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: store numbers, strings, arrays, tuples, lists or objects
# ! example.py:9:10: error: a number is needed here, not a function
# !     np.array([f, f])
# !              ^^^^^^
# !     help: use a number
# ----
print([y := x for x in range(3)])
print([x for x in range(3) for y in 5])
# ! example.py:1:8: error: `:=` in a comprehension is not supported
# !     print([y := x for x in range(3)])
# !            ^^^^^^
# !     help: use a loop
# ! example.py:2:37: error: int cannot be iterated over
# !     print([x for x in range(3) for y in 5])
# !                                         ^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ----
print(sum([[1], [2]], 5))
print(max([f"a", 1]))
print(",".join([1]))
print(",".join(5))
print("a b".split(1, 2, 3))
print(list(5))
print(sorted([1j, 2j]))
# ! example.py:1:7: error: unsupported operand types for +: int and [int]
# !     print(sum([[1], [2]], 5))
# !           ^^^^^^^^^^^^^^^^^^
# !     help: make the list an array with `np.array([...])`
# ! example.py:2:7: error: `>` is not defined between int and str
# !     print(max([f"a", 1]))
# !           ^^^^^^^^^^^^^^
# !     help: convert one side so that the types fit
# ! example.py:3:7: error: `join` needs strings
# !     print(",".join([1]))
# !           ^^^^^^^^^^^^^
# !     help: convert each item with `str(...)`
# ! example.py:4:7: error: int cannot be iterated over
# !     print(",".join(5))
# !           ^^^^^^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:5:7: error: these arguments of `split` are not supported
# !     print("a b".split(1, 2, 3))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: pass a separator and a number
# ! example.py:6:7: error: int cannot be iterated over
# !     print(list(5))
# !           ^^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ----
from collections import defaultdict, Counter, deque
d = defaultdict(5)
e = defaultdict(complex)
q = deque([1, 2])
print(q[0:1])
# ! example.py:2:17: error: the default of a dict must be a type or a function
# !     d = defaultdict(5)
# !                     ^
# !     help: pass int, float or list
# ! example.py:5:9: error: a deque cannot be sliced
# !     print(q[0:1])
# !             ^^^
# !     help: make a list of it
# ----
class Point:
    def __init__(self, x):
        self.x = x

Point(1, 2)
p = Point(1)
print(p.y)
print(Point.z)
Point.z = 1
print(p[0])
p[0] = 1
p[0] += 1
del p[0]
print(len(p))
for item in p:
    print(item)
print(p < p)
print(p + p)
p()
# ! example.py:5:1: error: __init__() takes 2 positional arguments but 3 were given
# !     Point(1, 2)
# !     ^^^^^^^^^^^
# !     help: the function is `__init__(self, x)`
# ! example.py:7:7: error: 'Point' object has no attribute 'y'
# !     print(p.y)
# !           ^^^
# !     help: assign it in `__init__`
# ! example.py:8:7: error: type object 'Point' has no attribute 'z'
# !     print(Point.z)
# !           ^^^^^^^
# !     help: define it in the class
# ! example.py:9:1: error: the class has no value `z`
# !     Point.z = 1
# !     ^^^^^^^
# !     help: give it one in the class
# ! example.py:10:7: error: a Point cannot be indexed
# !     print(p[0])
# !           ^^^^
# !     help: index a list or a dict
# ! example.py:11:1: error: items of a Point cannot be assigned
# !     p[0] = 1
# !     ^^^^
# !     help: use a list or a dict
# ! example.py:12:1: error: Point cannot be indexed
# !     p[0] += 1
# !     ^^^^^^^^^
# !     help: define `__getitem__`
# ! example.py:13:5: error: items of a Point cannot be deleted
# !     del p[0]
# !         ^^^^
# !     help: use a list or a dict
# ! example.py:14:7: error: a `Point` has no len()
# !     print(len(p))
# !           ^^^^^^
# !     help: define `__len__`
# ! example.py:15:13: error: a `Point` cannot be iterated over
# !     for item in p:
# !                 ^
# !     help: give it `__iter__`, or loop over a list that it holds
# ! example.py:17:7: error: `<` is not defined between Point and Point
# !     print(p < p)
# !           ^^^^^
# !     help: convert one side so that the types fit
# ! example.py:18:7: error: unsupported operand types for +: Point and Point
# !     print(p + p)
# !           ^^^^^
# !     help: convert one operand so that the types fit
# ! example.py:19:1: error: 'Point' object has no attribute '__call__'
# !     p()
# !     ^^^
# !     help: assign it in `__init__`
# ----
class Empty:
    pass

Empty(1)
# ! example.py:4:1: error: Empty() takes no arguments
# !     Empty(1)
# !     ^^^^^^^^
# !     help: define `__init__`
# ----
from dataclasses import dataclass, field

@dataclass(frozen=True)
class Item:
    name: str
    size: int = 0
    tags: int = field(repr=False)

item = Item("a", 1, 2)
item.size = 5
Item()
Item("a", name="b")
Item("a", other=1)
# ! example.py:10:1: error: cannot assign to field 'size'
# !     item.size = 5
# !     ^^^^^^^^^
# !     help: the class is frozen: make another instance
# ! example.py:11:1: error: Item() missing 1 required positional argument: 'name'
# !     Item()
# !     ^^^^^^
# !     help: the fields are (name, size, tags)
# ! example.py:12:16: error: Item() got multiple values for argument 'name'
# !     Item("a", name="b")
# !                    ^^^
# !     help: the fields are (name, size, tags)
# ! example.py:13:17: error: Item() got an argument that is no field
# !     Item("a", other=1)
# !                     ^
# !     help: the fields are (name, size, tags)
# ----
class Base:
    pass

class Other:
    pass

class Both(Base, Other):
    pass
# ! example.py:7:7: error: several bases or arguments of a class are not supported
# !     class Both(Base, Other):
# !           ^^^^
# !     help: inherit from one class
# ----
class Odd(int):
    pass

Odd(1)
# ! example.py:1:7: error: `int` is not supported as the base of a class
# !     class Odd(int):
# !           ^^^
# !     help: inherit from one class of the program, `object` or `NamedTuple`
# ! example.py:4:1: error: Odd() takes no arguments
# !     Odd(1)
# !     ^^^^^^
# !     help: define `__init__`
# ----
class Loop:
    for i in range(3):
        print(i)

Loop()
# ! example.py:2:5: error: this statement is not supported in a class
# !         for i in range(3):
# !         ^^^^^^^^^^^^^^^^^^
# !     help: define methods and values there
# ----
@staticmethod
class Decorated:
    pass
# ! example.py:1:2: error: this decorator of a class is not supported
# !     @staticmethod
# !      ^^^^^^^^^^^^
# !     help: use `@dataclass` or `@total_ordering`
# ----
def f():
    super().run()

class Base:
    pass

class Derived(Base):
    def run(self):
        super().run()

f()
Derived().run()
# ! example.py:2:5: error: `super()` stands outside of a method
# !         super().run()
# !         ^^^^^^^^^^^^^
# !     help: use it in a method of a class
# ! example.py:9:9: error: no class above has a method `run`
# !             super().run()
# !             ^^^^^^^^^^^^^
# !     help: define it
# ----
class Text:
    def __str__(self):
        return 5

print(Text())
# ! example.py:5:1: error: a text is needed, not int
# !     print(Text())
# !     ^^^^^^^^^^^^^
# !     help: return a string
# ----
it = iter([1, 2, 3])
print(len(it))
print(it)
print(list(zip(it, [4, 5])))
print(next([1, 2]))
held = [it]
print(held)
# ! example.py:2:7: error: object of type 'iterator' has no len()
# !     print(len(it))
# !           ^^^^^^^
# !     help: make a list of it: `list(...)`
# ! example.py:3:1: error: an iterator cannot be printed
# !     print(it)
# !     ^^^^^^^^^
# !     help: print `list(...)` of it
# ! example.py:4:12: error: an iterator that a variable holds cannot go together with others
# !     print(list(zip(it, [4, 5])))
# !                ^^^^^^^^^^^^^^^
# !     help: pass the lists or arrays themselves, or slices such as `xs[::2]` and `xs[1::2]`
# ! example.py:5:12: error: [int, int] is no iterator
# !     print(next([1, 2]))
# !                ^^^^^^
# !     help: write `next(iter(...))`
# ! example.py:7:1: error: an iterator cannot be printed
# !     print(held)
# !     ^^^^^^^^^^^
# !     help: print `list(...)` of it
# ----
class Loop:
    def __iter__(self):
        return self

for x in Loop():
    print(x)
# ! example.py:5:10: error: a `Loop` that is its own iterator cannot be gone over
# !     for x in Loop():
# !              ^^^^^^
# !     help: let `__iter__` return `iter(...)` of a list that it holds
# ----
from enum import Enum

class Color(Enum):
    RED = 1

print(Color(1, 2))
print(Color.GREEN)
# ! example.py:6:7: error: an enumeration is called with the value of a member
# !     print(Color(1, 2))
# !           ^^^^^^^^^^^
# !     help: pass one value
# ! example.py:7:7: error: type object 'Color' has no attribute 'GREEN'
# !     print(Color.GREEN)
# !           ^^^^^^^^^^^
# !     help: define it in the class
# ----
from collections import namedtuple

P = namedtuple("P", "x y")
p = P(1, 2)
print(p._replace(z=3))
# ! example.py:5:20: error: _replace() got an argument that is no field
# !     print(p._replace(z=3))
# !                        ^
# !     help: the fields are (x, y)
# ----
fs = frozenset([1, 2])
fs.add(3)
t = tuple(range(5000))
t.append(1)
t[0] = 1
del t[0]
# ! example.py:2:1: error: frozenset has no supported method `add` with these arguments
# !     fs.add(3)
# !     ^^^^^^^^^
# !     help: use another method, or a loop
# ! example.py:4:1: error: tuple has no supported method `append` with these arguments
# !     t.append(1)
# !     ^^^^^^^^^^^
# !     help: use another method, or a loop
# ! example.py:5:1: error: items of a tuple[int] cannot be assigned
# !     t[0] = 1
# !     ^^^^
# !     help: use a list or a dict
# ! example.py:6:5: error: items of a tuple[int] cannot be deleted
# !     del t[0]
# !         ^^^^
# !     help: use a list or a dict
# ----
config = {"name": "run", "steps": 10}
config["rate"] = 0.5
for key in [str(i) for i in range(300)]:
    print(config[key])
# ! example.py:2:1: error: a dict of values of several types takes no new keys
# !     config["rate"] = 0.5
# !     ^^^^^^^^^^^^^^
# !     help: spell all keys out where the dict is made, or use values of one type
# ! example.py:4:11: error: a dict of values of several types is indexed by constant keys
# !         print(config[key])
# !               ^^^^^^^^^^^
# !     help: use constant keys, a loop over the dict, or values of one type
# ----
import itertools

numbers = iter(itertools.count(5))
print(issubclass(3, int))
# ! example.py:3:1: error: an endless iterator cannot be held by a variable
# !     numbers = iter(itertools.count(5))
# !     ^^^^^^^
# !     help: go over it at once (`for i in itertools.count():`), or count in a variable of your own
# ! example.py:4:7: error: issubclass() takes classes of the program or of exceptions here
# !     print(issubclass(3, int))
# !           ^^^^^^^^^^^^^^^^^^
# !     help: use isinstance()
# ----
t = (1, 2, 3)
del t[0]
# ! example.py:2:5: error: items of (int, int, int) cannot be deleted
# !     del t[0]
# !         ^^^^
# !     help: use a list or a dict: `list(...)` makes one of a tuple or a string
# ----
s = [1, 2]
s.append(3)
f = s.size
# ! example.py:3:5: error: list has no attribute `size`
# !     f = s.size
# !         ^^^^^^
# !     help: call one of its methods, or use `len(...)` or an index
# ----
class P:
    def __init__(self, x):
        self.x = x
    def __getitem__(self, k):
        return self.x
p = P(1)
p[0] += 1
# ! example.py:7:1: error: items of P cannot be assigned
# !     p[0] += 1
# !     ^^^^^^^^^
# !     help: define `__setitem__`
# ----
s = {1, 2}
print(s[0])
# ! example.py:2:7: error: a set[int] cannot be indexed
# !     print(s[0])
# !           ^^^^
# !     help: index a list or a dict
# ----
s = {1, 2}
s[0] += 1
# ! example.py:2:1: error: a set[int] cannot be indexed
# !     s[0] += 1
# !     ^^^^^^^^^
# !     help: index a list or a dict
# ----
xs = [1, 2]
xs.append(3)
xs[0:2] += [3]
# ! example.py:3:1: error: a slice of a list cannot be updated in place
# !     xs[0:2] += [3]
# !     ^^^^^^^^^^^^^^
# !     help: assign to the slice: `x[a:b] = x[a:b] + other`
# ----
import heapq
h = 3
heapq.heappush(h, 1)
# ! example.py:3:1: error: int is no list
# !     heapq.heappush(h, 1)
# !     ^^^^^^^^^^^^^^^^^^^^
# !     help: pass a list
# ----
from dataclasses import dataclass, field
@dataclass
class P:
    x: int
    y: float = field(repr=False)
print(P(1))
# ! example.py:5:16: error: this field has no default
# !         y: float = field(repr=False)
# !                    ^^^^^^^^^^^^^^^^^
# !     help: pass `default=` or `default_factory=`
# ----
d = {"a": 1}
e = {1: 2}
d.update(e)
print(d)
# ! example.py:3:1: error: these dicts hold values of types that do not fit
# !     d.update(e)
# !     ^^^^^^^^^^^
# !     help: use one type of values
# ----
import numpy as np
xs = ["a"]
xs.append("b")
print(np.array(xs))
# ! example.py:4:16: error: a list[str] does not make an array
# !     print(np.array(xs))
# !                    ^^
# !     help: use a list of numbers, or of lists of numbers
# ----
from collections import defaultdict
d = defaultdict(complex)
d["a"] += 1
print(d)
# ! example.py:3:3: error: `builtins.complex` is not supported as the default of a dict
# !     d["a"] += 1
# !       ^^^
# !     help: use int, float, str, bool, list, dict or set
# ----
a = {1}
b = {"x"}
a.update(b)
print(a)
# ! example.py:3:1: error: sets of int and of str do not go together
# !     a.update(b)
# !     ^^^^^^^^^^^
# !     help: use elements of one type
# ----
xs = [1, 2]
xs.append(3)
ys = ["a"]
ys.append("b")
xs.extend(ys)
print(xs)
# ! example.py:5:1: error: a list that holds int cannot take items of str
# !     xs.extend(ys)
# !     ^^^^^^^^^^^^^
# !     help: use items of one type
# ----
xs = [1]
xs.append(2)
ys = ["x"]
ys.append("y")
for items in (xs, ys):
    copy = list(items)
    print(copy)
# ! example.py:6:12: error: this object cannot be copied
# !         copy = list(items)
# !                ^^^^^^^^^^^
# !     help: use items of one type
# ----
for d in ({1: 2}, {"x": 3}):
    keys = set(d)
    print(keys)
# ! example.py:2:12: error: these keys do not fit in the set
# !         keys = set(d)
# !                ^^^^^^
# !     help: use keys of one type
# ----
class Point:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __repr__(self):
        return f"Point({self.x})"
a = [Point(1)]
a.append(Point(2))
b = [Point(1)]
b.append(Point(2))
print(a == b)
print(a.index(Point(2)))
a.sort()
# ! example.py:12:7: error: objects whose classes define `__eq__` are compared one by one
# !     print(a == b)
# !           ^^^^^^
# !     help: compare them in a loop
# ! example.py:13:7: error: objects whose classes define `__eq__` are not looked for here
# !     print(a.index(Point(2)))
# !           ^^^^^^^^^^^^^^^^^
# !     help: look for them in a loop
# ! example.py:14:1: error: `<` is not defined between items of type Point
# !     a.sort()
# !     ^^^^^^^^
# !     help: sort by a key: `key=lambda x: ...`
# ----
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return f"Point({self.x})"
points = [Point(1), Point(2)]
print({Point(1), Point(2)})
walk = iter(points)
print(next(walk))
print([walk])
# ! example.py:7:1: error: a set of such objects cannot be printed
# !     print({Point(1), Point(2)})
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: print a sorted list
# ! example.py:10:1: error: an iterator cannot be printed
# !     print([walk])
# !     ^^^^^^^^^^^^^
# !     help: print `list(...)` of it
# ----
xs = [1]
xs.append(2)
print(... in xs)
zs = [1j, 2j]
zs.append(3j)
zs.sort()
# ! example.py:3:7: error: `...` cannot be looked for
# !     print(... in xs)
# !           ^^^^^^^^^
# !     help: look for a number, a string or a tuple of them
# ! example.py:6:1: error: `<` is not defined between items of type complex
# !     zs.sort()
# !     ^^^^^^^^^
# !     help: sort by a key: `key=lambda x: ...`
