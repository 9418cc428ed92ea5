# COMPARE: exact
import sys

import numpy as np


def relax(a, b, c):
    return np.maximum(a, b + c)


print(relax(np.ones(4), np.ones(4), np.ones(1)))
n = len(sys.argv) - 1
print(relax(np.ones(4), np.ones(4)[:n], np.ones(n)))
