"""Functions that are exported, and called from C, Fortran and ctypes beside this file."""

# SIG: relax(float64[:,:], int64)
# SIG: stats(float64[:])
# SIG: pick(float64[:], int64)
# SIG: add(float64[:], float64[:])
# SIG: add(int32[:,:], int32[:])
# SIG: shift(float64[:], float64[:])
# SIG: scale_rows(float32[:,:], float32)
# SIG: grid()
# SIG: whole(float64[:,:])
# SIG: count()
# SIG: keep(float64[:])
# SIG: larger(int64, int64)
# SIG: kinds(bool, int32, float32, float64)
# SIG: leave(int64)
# SIG: quarter(float64[2,:])
# SIG: spent(float64[:], int64)

import sys

import numpy as np

WEIGHT = 0.25
GRID = np.linspace(0.0, 1.0, 5)
calls = 0
kept = np.zeros(3)


def relax(u, steps):
    """Relaxes the inner points of u in place and
    returns how much the last step changed. */ is no end."""
    change = 0.0
    for _ in range(steps):
        new = WEIGHT * (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:])
        change = np.abs(new - u[1:-1, 1:-1]).max()
        u[1:-1, 1:-1] = new
    return change


def stats(x):
    return x.mean(), np.sort(x), x.argmax()


def pick(x, i):
    return x[i]


def add(a, b):
    return a + b


def shift(a, b):
    a[...] = b + 1.0


def scale_rows(m, by):
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            m[i, j] *= by


def grid():
    return GRID


def whole(a):
    return a.T


def count():
    global calls
    calls += 1
    return calls


def keep(a):
    global kept
    old = kept
    kept = a
    return old


def larger(n, limit):
    if n > limit:
        return float(n)
    return None


def kinds(flag, small, single, register):
    return not flag, small * 2, single * single, register + 1.5


def leave(code):
    if code > 0:
        sys.exit(code)
    return np.zeros(0)


def quarter(a):
    return a[0].sum() / 4


def spent(a, i):
    b = a + 1.0
    c = b * b.sum()
    return c[i]


if __name__ == "__main__":
    print("this is not run in a library")
