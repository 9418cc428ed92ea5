# COMPARE: exact
def divide(a, b):
    return a // b, a % b

def stats(a, b, c):
    low = min(a, b, c)
    high = max(a, b, c)
    return low, high, (a + b + c) / 3

q, r = divide(17, 5)
print(q, r)
a, b = 1, 2
a, b = b, a
print(a, b)
low, high, mean = stats(3.0, 1.0, 2.0)
print(low, high, mean)
pair = divide(100, 7)
print(pair[0], pair[1], pair)
(x, y), z = (1, 2), 3
print(x, y, z)
fib = (0, 1)
for _ in range(10):
    fib = (fib[1], fib[0] + fib[1])
print(fib)
print(len(pair), (1, 2) == (1, 2))

# Ordering: the first items that differ decide, then the lengths.
print((1, 2) < (1, 3), (1, 2) < (1, 2), (1, 2) <= (1, 2), (1,) < (1, 0), (2,) > (1, 5), ("a", 1) < ("a", 2))
import numpy as np

a = np.array([3, 1])
print((a[0], 1) > (a[1], 5), (a[0], 1) < (a[0], 5))
best = (0, 0)
for i in range(2):
    if (a[i], i) > best:
        best = (a[i], i)
print(best, max((1, 2), (1, 1)), min((3, 1), (2, 9)))
