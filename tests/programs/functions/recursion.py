# COMPARE: exact
"""Recursion of every kind."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    if n == 0:
        return True
    return odd(n - 1)


def odd(n):
    if n == 0:
        return False
    return even(n - 1)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def binary(n):
    return binary(n // 2) + str(n % 2) if n > 1 else str(n)


def search(f, lo, hi, eps=1e-9):
    mid = (lo + hi) / 2
    if hi - lo < eps:
        return mid
    if f(mid) > 0:
        return search(f, lo, mid, eps)
    return search(f, mid, hi, eps)


print(fib(20), even(10), odd(7), gcd(84, 36), ackermann(2, 3), hanoi(5, "a", "b", "c"), depth(900), binary(37))
print(round(search(lambda x: x * x - 2, 0.0, 2.0), 6))
