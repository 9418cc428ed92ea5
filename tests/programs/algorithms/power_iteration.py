# COMPARE: rtol 1e-10
import numpy as np

np.random.seed(11)
n = 120
a = np.random.rand(n, n)
a = a @ a.T
x = np.ones(n)
value = 0.0
for step in range(50):
    y = a @ x
    new = np.sqrt((y * y).sum())
    x = y / new
    if abs(new - value) < 1e-12 * new:
        print("settled")
        break
    value = new
print(value, x[:4])
