# COMPARE: exact
import numpy as np

a = np.zeros(3)
for i in range(5):
    print(i)
    a[i] = 1.0
print("not reached")
