# COMPARE: exact
"""Nested functions, what they capture, and variables that they share."""
import numpy as np


def adder(n):
    def add(x):
        return x + n

    return add


add3 = adder(3)
add_half = adder(0.5)
print(add3(4), add_half(4), adder(10)(1))


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


c1 = counter()
c2 = counter(100)
print(c1(), c1(), c2(5), c1(), c2())


def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x

    def get():
        return balance

    return deposit, get


deposit, get = account(10.0)
deposit(5)
deposit(2.5)
print(get())


def late():
    fs = []
    x = 1

    def show():
        return x

    before = show()
    x = 2
    after = show()
    return before, after


print(late())


def loop_variable():
    def get():
        return i * 10

    out = 0
    for i in range(4):
        out = out * 100 + get()
    return out


print(loop_variable())


def mutual(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)

    return even(n), odd(n)


print(mutual(10), mutual(7))


def factorial(n):
    def go(k, acc):
        if k <= 1:
            return acc
        return go(k - 1, acc * k)

    return go(n, 1)


print(factorial(10))


def compose(f, g):
    return lambda x: f(g(x))


inc = lambda x: x + 1
double = lambda x: 2 * x
print(compose(inc, double)(5), compose(double, inc)(5))
print((lambda a, b=2: a ** b)(3), (lambda *xs: sum(xs))(1, 2, 3))

fs = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in fs])


def powers():
    return [lambda x: x**k for k in range(3)]


print([f(2) for f in powers()])


def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.5 * (f(a) + f(b))
    for i in range(1, n):
        total += f(a + i * h)
    return total * h


print(round(integrate(lambda x: x * x, 0.0, 1.0, 100), 6))
scale = 3.0
print(round(integrate(lambda x: scale * x, 0, 1, 10), 6))


def newton(f, df, x, steps=20):
    for _ in range(steps):
        x = x - f(x) / df(x)
    return x


print(f"{newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0):.12f}")


def choose(kind):
    if kind == "square":
        return lambda x: x * x
    elif kind == "cube":
        return lambda x: x * x * x
    return lambda x: x


for kind in ("square", "cube", "other"):
    print(kind, choose(kind)(3))


def pick(flag, n):
    def up(x):
        return x + n

    def down(x):
        return x - n

    f = up if flag else down
    return f(100)


for flag in (True, False):
    print(pick(flag, 7))

flags = np.array([1, 0, 1])
for k in range(3):
    op = double if flags[k] else inc
    print(op(k), pick(flags[k] > 0, k))

table = (inc, double, abs)
for f in table:
    print(f(-3))
for k in range(3):
    print(table[k](-4))


def apply_twice(f, x):
    return f(f(x))


print(apply_twice(inc, 1), apply_twice(double, 1.5), apply_twice(adder(4), 1))


def smooth(a):
    n = len(a)
    out = np.zeros(n)

    def at(i):
        return a[min(max(i, 0), n - 1)]

    for i in range(n):
        out[i] = (at(i - 1) + at(i) + at(i + 1)) / 3
    return out


print(smooth(np.array([1.0, 2.0, 6.0])))


def accumulate_in_array():
    total = np.zeros(1)

    def add(x):
        total[0] += x

    for i in range(5):
        add(i)
    return total[0]


print(accumulate_in_array())


def history():
    last = None

    def see(x):
        nonlocal last
        old = last
        last = x
        return old is None

    return see(1), see(2)


print(history())


def deep(a):
    def f(b):
        def g(c):
            def h(d):
                return a * 1000 + b * 100 + c * 10 + d

            return h

        return g

    return f


print(deep(1)(2)(3)(4))


def unbound(flag):
    def get():
        return y

    if flag:
        y = 5
    return get() if flag else -1


print(unbound(True), unbound(False))
print(inc.__name__, adder.__name__)
