# COMPARE: exact
import numpy as np

n = 20
sieve = np.ones(n + 1, dtype=bool)
sieve[0] = False
sieve[1] = False
for i in range(2, n + 1):
    if sieve[i]:
        for j in range(i * i, n + 1, i):
            sieve[j] = False
for i in range(n + 1):
    if sieve[i]:
        print(i, end=" ")
print()
a = np.zeros((5, 5))
for i in range(5):
    for j in range(5):
        a[i, j] = i * 10 + j if i != j else -1
print(a)
p = np.zeros((5, 5), dtype=np.int64)
for i in range(5):
    p[i, 0] = 1
    for j in range(1, i + 1):
        p[i, j] = p[i - 1, j - 1] + p[i - 1, j]
print(p)
