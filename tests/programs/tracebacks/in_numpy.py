# COMPARE: exact
# TRACEBACK: whole
# What NumPy itself raises, in a function of the user's: NumPy's own frames are not shown.
import numpy as np


def total(values, n):
    part = values[:n]
    if n > 2:
        part = part[0 : n - 2]
    return np.sum(part * 2.0)


def check(a, n):
    assert total(a, n) < 100.0, f"n = {n}"
    return n


print(check(np.arange(10.0), 4))
print(check(np.arange(100.0), 50))
