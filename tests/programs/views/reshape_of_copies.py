# COMPARE: exact
import numpy as np
def padded():
    a = np.arange(6).reshape(2, 3)
    for b in (np.pad(a, 1), a[:, ::-1].copy(), np.insert(a, 1, 9, axis=1), np.vander([1, 2, 3])):
        line = b.reshape(-1)
        line[0] = 77
        print(b[0])
padded()
z = np.full((2, 3), -0.0)
print(z.sum(), z.sum(axis=0), z.sum(axis=1), np.trace(z), z.mean(), np.median(z), np.nansum(z), np.sum(z.astype(np.float32)), np.sum(z + 0j), z.prod(), np.cumsum(z))
