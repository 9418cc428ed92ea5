# COMPARE: exact
import numpy as np


def levenshtein(a, b):
    previous = np.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        current = np.zeros(len(b) + 1, dtype=np.int64)
        current[0] = i
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        previous = current
    return previous[len(b)]


def damerau(a, b):
    n, m = len(a), len(b)
    d = np.zeros((n + 1, m + 1), dtype=int)
    d[:, 0] = np.arange(n + 1)
    d[0, :] = np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[n, m]


def hamming(a, b):
    if len(a) != len(b):
        return -1
    different = 0
    for x, y in zip(a, b):
        if x != y:
            different += 1
    return different


def script(a, b):
    n, m = len(a), len(b)
    d = np.zeros((n + 1, m + 1), dtype=int)
    d[:, 0] = np.arange(n + 1)
    d[0, :] = np.arange(m + 1)
    for i in range(n):
        for j in range(m):
            d[i + 1, j + 1] = min(d[i, j + 1] + 1, d[i + 1, j] + 1, d[i, j] + int(a[i] != b[j]))
    steps = ""
    while n > 0 or m > 0:
        if n > 0 and m > 0 and d[n, m] == d[n - 1, m - 1] + (a[n - 1] != b[m - 1]):
            steps = ("=" if a[n - 1] == b[m - 1] else "s") + steps
            n, m = n - 1, m - 1
        elif n > 0 and d[n, m] == d[n - 1, m] + 1:
            steps = "d" + steps
            n -= 1
        else:
            steps = "i" + steps
            m -= 1
    return steps


pairs = (
    ("kitten", "sitting"), ("stencil", "pencils"), ("gradient", "gradeint"),
    ("", "abc"), ("flaw", "lawn"), ("diffusion", "diffusion"),
)
for a, b in pairs:
    print(f"{a!r:>12} {b!r:>12}: {levenshtein(a, b)} {damerau(a, b)} {hamming(a, b):2d} {script(a, b)}")
