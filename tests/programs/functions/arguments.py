# COMPARE: exact
"""Arguments of every kind, bound as Python binds them."""
import numpy as np


def mixed(a, b=2, *rest, c=3, **named):
    print(a, b, rest, c, len(named))
    return a + b + sum(rest) + c


print(mixed(1))
print(mixed(1, 5))
print(mixed(1, 5, 6, 7))
print(mixed(1, 5, 6, 7, c=10))
print(mixed(1, c=4, x=1.5, y="why"))
t = (4, 5)
print(mixed(*t))
print(mixed(1, *t, 9))


def only(a, /, b, *, c):
    return a * 100 + b * 10 + c


print(only(1, 2, c=3), only(1, b=2, c=3))


def options(**kwargs):
    scale = kwargs.get("scale", 1.0)
    name = kwargs["name"] if "name" in kwargs else "none"
    return f"{name}:{scale}"


print(options(), options(scale=2.5), options(name="n", scale=3))


def forward(*args, **kwargs):
    return mixed(*args, **kwargs)


print(forward(1, 2, 3, c=4, z=0))


def names(**kw):
    for key, val in kw.items():
        print(key, "=", val)
    for key in kw:
        print(key)
    return list(kw.keys())


print(names(alpha=1, beta=2.5, gamma="g"))

count = 0


def tick():
    global count
    count += 1
    return count


def once(x=tick()):
    return x


print(once(), once(), count)


def by_position(*xs):
    total = 0
    for x in xs:
        total += x
    return total, len(xs)


print(by_position(), by_position(1), by_position(1, 2, 3))
print(by_position(*(1, 2), *[3, 4]))


def arrays(x, out=None, *, scale=1.0):
    if out is None:
        out = np.zeros_like(x)
    out[:] = x * scale
    return out


a = np.arange(4.0)
b = np.ones(4)
print(arrays(a), arrays(a, b, scale=2.0), b)

first, *others = (1, 2, 3, 4)
print(first, others)
*front, last = [1, 2, 3]
print(front, last)
head, *middle, tail = "abcd"
print(head, middle, tail)
(p, (q, r)), s = (1, (2, 3)), 4
print(p, q, r, s)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)


def annotated(x: int, y: "float" = 1.5, *args: int, flag: bool = False) -> float:
    z: float = x * y
    if flag:
        z += 1
    return z


print(annotated(2), annotated(2, 3, flag=True))


def spans(r):
    return [i * i for i in r], len(r)


def nothing():
    pass


print(nothing())
