# COMPARE: exact
"""Caches and `itertools`."""
import sys
from functools import lru_cache
import itertools



def solve(n):
    @lru_cache(maxsize=None)
    def go(i, j):
        if i == 0 or j == 0:
            return 1
        return go(i - 1, j) + go(i, j - 1)

    return go(n, n)


print(solve(16))


@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))
fib.cache_clear()
for a, b in itertools.product(range(2), range(3)):
    print(a, b, end=";")
print()
for p in itertools.permutations((1, 2, 3), 2):
    print(p, end=" ")
print()
for c in itertools.combinations("abc", 2):
    print(c, end=" ")
print()
for i in itertools.count(5):
    if i > 8:
        break
    print(i, end=" ")
print()
print(list(itertools.chain((1, 2), [3])), list(itertools.accumulate((1, 2, 3, 4))), list(itertools.islice((1, 2, 3, 4), 2)))
