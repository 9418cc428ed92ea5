# COMPARE: exact
"""Shared variables, and how deep calls may go."""
import sys

sys.setrecursionlimit(20000)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(15000))


def walk(n, f):
    if n == 0:
        return f(0)
    return walk(n - 1, lambda x: x + n)


def outer():
    total = 0
    def visit(k):
        nonlocal total
        total += k
        if k > 0:
            visit(k - 1)
    visit(10)
    return total


print(outer())


class_ = 3
x = 10
def shadow():
    x = 5
    def inner():
        return x
    x = 7
    return inner()
print(shadow(), x)

def gen():
    acc = []
    return acc

try:
    depth(-1)
except RecursionError as e:
    print("caught", e)
def f(*, a, b=2): return a + b
print(f(a=1))
g = max
print(g(1, 2))
ops = [("add", lambda a, b: a + b), ("sub", lambda a, b: a - b)]
for name, op in ops:
    print(name, op(5, 3))
print((lambda: 42)())
def outer2(n):
    def sq():
        return n * n
    n += 1
    return sq()
print(outer2(3))
