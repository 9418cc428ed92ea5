# COMPARE: exact
import numpy as np

def pick(a, i):
    return a[i]

a = np.arange(4)
print(pick(a, 3))
print(pick(a, -4))
print(pick(a, 4))
