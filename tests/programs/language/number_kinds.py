# COMPARE: exact
# Variables that hold Python's numbers on one path and NumPy's, or another NumPy type, on another.
import math
import sys

import numpy as np

N = len(sys.argv)

a = np.arange(5, dtype=np.int32)
n = 100
for i in range(5):
    if a[i] % 2 == 1:
        n = n - a[i]
    print(n, (n,), n * 3, n / 7, n // 7, -n, ~n, n == 99, n < 3, [n, 1], f"{n:5d}|{n}")
b = np.zeros(3, dtype=np.int32)
b[0] = n
b += n
print(b, b.dtype, (b + n).dtype)

n = 100
for k in np.arange(5):
    n -= k
print(n, (n,), n / 7, n // 7, n % 7, n ** 2, abs(n))

a = np.arange(5, dtype=np.float32) / 3
t = 0.0
for i in range(5):
    print(t, (t,), t / 3, t * 2, f"{t:.4f}", math.sqrt(t), np.sqrt(t))
    t += a[i]
print(t, (t,), t * np.ones(2), (t * np.ones(2, dtype=np.float32)).dtype)

x = 1.0
ones = np.ones(3)
k = 0
while x > 0.01:
    x = x / 3 if k % 2 == 0 else x * ones[0] / 3
    k += 1
    print(x, (x,))


def first(a, flag):
    if flag:
        return a[0]
    return 7


big = np.array([2**62, 1])
print((first(big, N > 1),), (first(big, N == 1),))

best = 0
for v in np.array([3, 1, 2]):
    best = max(best, v)
print(best, (best,), range(best))
for i in range(best):
    print(i)

ok = True
if N == 1:
    ok = np.array([True, False])[0]
print(ok, (ok,), not ok, ok + True, int(ok), ok & True, ok == 1)
y = 1
if N == 1:
    y = True
print(y, y + 1, (y, 2), y is None)

n = 5
a = np.arange(10)
if N == 1:
    n = a[3]
print(a[n], a[:n], np.zeros(n), a[n : n + 2], np.full(2, n), np.array([n, 2]), str(n), "x" * n)
a[n] = n
a[2] += n
print(a)


def total(n):
    for i in range(3):
        n += i
    return n


m = 4
if N == 1:
    m = np.arange(3, dtype=np.int32)[2]
print(total(m), (total(m),), (total(4),))

t = 0
for i in range(3):
    if i == 1:
        t += 0.5
    elif i == 2:
        t += ones[0]
    print(t, (t,))

counter = 0


def bump(a):
    global counter
    counter += a[0]


bump(np.array([2]))
bump(np.array([3]))
print(counter, (counter,))

s = w = v = u = 0.0
for i in range(4):
    if i > 0:
        s += ones[0]
    if i > 1:
        w += ones[1]
    if i > 2:
        v += ones[2]
    u = s * w + v - u / 3.0
    print(s, w, v, u, (s, w, v, u), np.array([s, w, v, u]))

z = None
for i in range(3):
    if i == 1:
        z = 2
    if i == 2:
        z = a[1]
    print(z, z is None)
print(z + 1)

d = 0.0
if N == 1:
    d = np.zeros(1)[0]
print(1.0 / d)
d = np.zeros(1)[0]
if N == 1:
    d = 0.0
print(1.0 / d)
