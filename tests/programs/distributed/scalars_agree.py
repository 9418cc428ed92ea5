# COMPARE: rtol 1e-12
import numpy as np

np.random.seed(31)
a = np.random.rand(100000)
count = 0
while a.mean() > 0.05:
    a *= 0.9
    a[a < 0.01] = 0.0
    count += 1
print(count, a.mean(), (a == 0.0).sum())
