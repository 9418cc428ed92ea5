# COMPARE: exact
import numpy as np

a = np.arange(6.0)
b = a
for i in range(3):
    b[i] = 10.0 * i
    if i == 1:
        b = b.copy()
print(a, b)
x = np.zeros(3)
y = x if a[1] > 5 else a
y[0] = 77.0
print(x, a[0])
