# COMPARE: exact
import numpy as np
class Stack:
    def __init__(self):
        self._items = []
    def push(self, *xs):
        self._items.extend(xs)
    @property
    def top(self):
        return self._items[-1] if self._items else None
    def __len__(self):
        return len(self._items)
    def __iter__(self):
        return iter(self._items)
    def __eq__(self, other):
        return self._items == other._items
    def __hash__(self):
        return len(self._items)
s = Stack()
print(s.top)
s.push(1, 2, 3)
print(s.top, len(s), [x + 1 for x in s], sum(s), 2 in list(s))
class Account:
    def __init__(self):
        self._b = 0.0
    @property
    def balance(self):
        return self._b
    @balance.setter
    def balance(self, v):
        if v < 0:
            raise ValueError("negative")
        self._b = v
a = Account()
a.balance = 10
a.balance += 5
print(a.balance)
try:
    a.balance = -1
except ValueError as e:
    print(e)
class Temperature:
    scale = "C"
    def __init__(self, v): self.v = v
    def __add__(self, o): return Temperature(self.v + (o.v if isinstance(o, Temperature) else o))
    __radd__ = __add__
    def __neg__(self): return Temperature(-self.v)
    def __abs__(self): return Temperature(abs(self.v))
    def __float__(self): return float(self.v)
    def __int__(self): return int(self.v)
    def __bool__(self): return self.v != 0
    def __call__(self, k): return self.v * k
    def __format__(self, spec): return format(self.v, spec) + self.scale
    def __str__(self): return f"{self.v}{self.scale}"
t = Temperature(20.5)
print(t + 1, 1 + t, t + t, -t, abs(Temperature(-3)), float(t), int(t), bool(Temperature(0)), t(2), f"{t:.2f}", str(t))
def outer():
    x = 0
    def add(n):
        nonlocal x
        x += n
        return x
    def reset():
        nonlocal x
        x = 0
    return add, reset
add, reset = outer()
print(add(2), add(3)); reset(); print(add(1))
total = 0
def accumulate(v):
    global total
    total += v
for v in range(4):
    accumulate(v)
print(total)
m = {}
m[1, 2] = "a"
m[(3, 4)] = "b"
print(m, m[1, 2], (3, 4) in m, [k for k, v in m.items() if v == "b"])
mat = np.arange(6).reshape(2, 3)
d = {i: row.sum() for i, row in enumerate(mat)}
print(d, {tuple(r): int(r.max()) for r in mat.tolist()} if False else list(d.values()))
for (i, j), v in np.ndenumerate(mat):
    if v % 2:
        print(i, j, v, end="; ")
print()
w = [(x, y) for x in range(3) for y in range(x)]
print(w, sorted(w, key=lambda p: (-p[0], p[1])), list(filter(None, [0, 1, 2, 0])), any([]), all([]))
xs = [5, 3, 8]
xs.sort(reverse=True); print(xs, sorted(xs), xs.index(8), min(xs), xs[::-1], xs.copy())
print([*xs, 1], {**{"a": 1}, "b": 2}, (*xs,), [i for i in reversed(range(3))])
x, y = divmod(17, 5); print(x, y, 7 // 2, -7 // 2, 2 ** -1, 10 % 3, 1e3, 1_000_000, 0b101, 0xff)
print(str(12.0), repr("a"), str([1, "b", None, 2.5]), str({"k": (1, 2)}), "%5.1f|%-5s|%03d" % (3.14159, "ab", 7))
class Config:
    WIDTH = 10
    HEIGHT = WIDTH * 2
    NAMES = [f"n{i}" for i in range(3)]
    AREA = WIDTH * HEIGHT
print(Config.AREA, Config.NAMES, Config().HEIGHT)
