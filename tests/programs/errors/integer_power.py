# COMPARE: exact
import sys

import numpy as np

n = -len(sys.argv)
a = np.arange(1, 4)
print(a ** -n, a ** np.arange(3), np.int64(3) ** -n, a[:0] ** a[0], a.astype(float) ** n, 2.0 ** n)
print((a > 2) ** -n, np.power(2, a), a[:0] ** (a[:0] - 1))
print(a ** n)
