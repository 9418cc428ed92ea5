# COMPARE: exact
import sys

import numpy as np


def total(a, b):
    c = a * b
    return a.sum()


n = len(sys.argv) + 2
a = np.ones(n)
print(total(a, np.ones(n)), total(a, np.ones(1)))
c = a + np.ones(n)
print(total(a, np.ones(n + 2)))
