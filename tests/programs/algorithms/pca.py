# COMPARE: rtol 1e-8
import numpy as np

np.random.seed(21)
x = np.random.randn(500, 6) @ np.random.rand(6, 6)
x = x - x.mean(axis=0)
cov = x.T @ x / (len(x) - 1)
v = np.ones(6)
for _ in range(300):
    v = cov @ v
    v /= np.sqrt(v @ v)
print(np.diag(cov), v * np.sign(v[0]), v @ cov @ v)
