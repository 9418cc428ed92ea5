# COMPARE: exact
# TRACEBACK: whole
# Frames of functions that are inlined and of those that are not, from the outermost.
import numpy as np


def pick(values, at):
    return values[at]


def middle(values, at):
    total = 0.0
    for step in range(2):
        total += pick(values, at + step)
    return total


def outer(values, at):
    return middle(values, at) * 2.0


def compute(n):
    values = np.arange(n) * 1.5
    print(outer(values, 0))
    return outer(values, n - 1)


print(compute(4))
