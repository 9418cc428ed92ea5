# COMPARE: exact
import sys

import numpy as np


def pick(mask, x, y):
    return np.where(mask, x, y)


n = len(sys.argv) + 2
print(pick(np.arange(n) > 1, np.ones(n), np.zeros(1)))
print(pick(np.arange(n + 1) > 1, np.ones(n + 1), np.zeros(n)))
