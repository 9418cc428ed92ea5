# COMPARE: exact
"""Decorators, functools and operator."""
import functools
import operator
from functools import lru_cache, partial, reduce, wraps
from operator import itemgetter, mul


def twice(f):
    def wrapper(*args, **kwargs):
        return 2 * f(*args, **kwargs)

    return wrapper


@twice
def area(w, h=2.0):
    return w * h


print(area(3), area(3, 4), area(3, h=5))


def times(n):
    def decorate(f):
        @wraps(f)
        def wrapper(*args):
            total = 0
            for _ in range(n):
                total += f(*args)
            return total

        return wrapper

    return decorate


@times(3)
def one(x):
    return x + 1


print(one(1))

calls = 0


def counted(f):
    def wrapper(*a, **k):
        global calls
        calls += 1
        return f(*a, **k)

    return wrapper


@counted
@twice
def both(x):
    return x * 10


print(both(1), both(2.5), calls)


@lru_cache(maxsize=None)
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(15))


@functools.cache
def paths(r, c):
    if r == 0 or c == 0:
        return 1
    return paths(r - 1, c) + paths(r, c - 1)


print(paths(5, 5))


def power(base, exp):
    return base**exp


square = partial(power, exp=2)
cube = partial(power, exp=3)
base2 = partial(power, 2)
print(square(5), cube(2), base2(10), partial(power, 3, exp=2)())
print(reduce(lambda a, b: a * b, (1, 2, 3, 4)), reduce(operator.add, [1, 2, 3], 10))
print(reduce(max, (3, 9, 2)))
print(operator.add(2, 3), operator.sub(2, 3), mul(4, 2.5), operator.truediv(7, 2), operator.lt(1, 2))
print(itemgetter(1)((4, 5, 6)), itemgetter(0, 2)((4, 5, 6)), operator.neg(4), operator.xor(5, 3))
print(list(map(lambda x: x * x, (1, 2, 3))), tuple(map(operator.add, (1, 2), (10, 20))))
for v in map(str, (1, 2.5, "x")):
    print(v)
print(sum(map(int, ("1", "2", "3"))))
print(callable(power), callable(3), callable(print))
