# COMPARE: rtol 1e-9
"""Moments in one pass, merged from pieces, and compared with two-pass formulas."""
import numpy as np


def start():
    return 0, 0.0, 0.0, 0.0, 0.0


def push(state, x):
    n, mean, m2, m3, m4 = state
    n1 = n
    n += 1
    delta = x - mean
    dn = delta / n
    dn2 = dn * dn
    term = delta * dn * n1
    mean += dn
    m4 += term * dn2 * (n * n - 3 * n + 3) + 6 * dn2 * m2 - 4 * dn * m3
    m3 += term * dn * (n - 2) - 3 * dn * m2
    m2 += term
    return n, mean, m2, m3, m4


def merge(a, b):
    na, ma, m2a = a[0], a[1], a[2]
    nb, mb, m2b = b[0], b[1], b[2]
    n = na + nb
    delta = mb - ma
    return n, ma + delta * nb / n, m2a + m2b + delta ** 2 * na * nb / n


def summary(state):
    n, mean, m2, m3, m4 = state
    return mean, m2 / (n - 1), np.sqrt(n) * m3 / m2 ** 1.5, n * m4 / (m2 * m2) - 3.0


def two_pass(x):
    d = x - x.mean()
    s = np.sqrt(np.mean(d ** 2))
    return x.mean(), x.var(ddof=1), np.mean(d ** 3) / s ** 3, np.mean(d ** 4) / s ** 4 - 3.0


np.random.seed(50)
x = np.random.exponential(2.0, 400)
state = start()
for value in x:
    state = push(state, value)
names = ("mean", "variance", "skewness", "kurtosis")
for name, one, two in zip(names, summary(state), two_pass(x)):
    print(f"{name:>9}: {one:.10f} {two:.10f} {np.isclose(one, two)}")

pieces = np.array_split(x, 5)
total = None
sizes = 0
for piece in pieces:
    part = start()
    for value in piece:
        part = push(part, value)
    total = part[:3] if total is None else merge(total, part[:3])
    sizes += len(piece)
print("merged", total[0] == sizes, f"{total[1]:.10f} {total[2] / (total[0] - 1):.10f}")
