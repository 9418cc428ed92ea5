# COMPARE: rtol 1e-12
import numpy as np

for n in range(1, 40, 6):
    a = np.arange(n * 1001.0).reshape(n, 1001)
    b = a[:, 1:] - 0.5 * a[:, :-1]
    print(n, b.sum(), b.max(axis=0)[-1], a.mean(axis=1)[0], (a.T @ a[:, :1])[0])
