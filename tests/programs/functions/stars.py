# COMPARE: exact
import sys
def total(*args, scale=1, **kw):
    s = 0
    for a in args:
        s += a
    for k, v in kw.items():
        s += v
    return s * scale

xs = [1, 2, 3]
print(total(*xs), total(*xs, 4, scale=2), total(a=1, b=2), total(*range(5)))
ys = []
for i in range(4):
    ys.append(i)
print(total(*ys), max(*ys))
opts = {"scale": 3}

def compose(*fs):
    def inner(x):
        for f in fs:
            x = f(x)
        return x
    return inner
print(compose(lambda v: v + 1, lambda v: v * 2, abs)(-5))
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), c1())
def fib(n, memo={}):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(50))
handlers = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b}
for name, f in handlers.items():
    print(name, f(5, 3))
ops = [("double", lambda v: v * 2), ("square", lambda v: v ** 2)]
for name, op in ops:
    print(name, op(7))
print(list(map(str, xs)), sorted(["b", "A", "c"], key=str.lower), list(zip(xs, "abc")))
if (n := len(xs)) > 2:
    print("n", n)
for i, x in enumerate(xs):
    if x == 5:
        break
else:
    print("not found")
match sys.argv[1:]:
    case []:
        print("no args")
    case [one]:
        print(one)
def kind(v):
    match v:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case int() if v < 0:
            return "negative"
        case _:
            return "big"
print([kind(v) for v in (0, 1, 2, -4, 9)])
print(*xs, sep="-", end="!\n")
a, *rest, b = [1, 2, 3, 4, 5]
print(a, rest, b)
(x, y), z = (1, 2), 3
print(x, y, z)
print(f"{3.14159:.2f} {42:05d} {'hi':>5} {1e6:,.0f} {0.5:%} {255:#x} {xs!r:>12} {n=}")
