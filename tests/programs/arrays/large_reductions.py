# COMPARE: rtol 1e-12
import numpy as np

n = 200000
x = np.arange(n) / n
print(x.sum(), (x * x).mean(), np.sin(x).max(), x.argmax())
m = x.reshape(400, 500)
print(m.sum(axis=0)[:5], m.sum(axis=1)[-5:], m.max(axis=1)[:3])
print((m @ m.T[:, :3]).sum(axis=0), (m.T @ m[:, 0])[:4])
print(np.sum((m[1:] - m[:-1]) ** 2))
