# COMPARE: rtol 1e-9
import numpy as np

rng = np.random.default_rng(4)
a = rng.normal(size=(5, 5))
s = a + a.T
stacked = rng.normal(size=(2, 3, 3))

w, v = np.linalg.eigh(s)
print(w, np.abs(v))
print(np.abs(s @ v - v * w).max() < 1e-12, np.abs(v.T @ v - np.eye(5)).max() < 1e-12)
result = np.linalg.eigh(a, UPLO="U")
print(result.eigenvalues, np.abs(result.eigenvectors))
print(np.linalg.eigvalsh(s), np.linalg.eigvalsh(a), np.linalg.eigvalsh(a, "U"))
print(np.linalg.eigvalsh(stacked), np.linalg.eigh(stacked).eigenvalues)
print(np.linalg.eigvalsh(np.array([[2, 1], [1, 2]])), np.linalg.eigvalsh(np.eye(3, dtype=np.float32)).dtype)
print(np.linalg.eigvalsh(np.zeros((0, 0))).shape)

wide = rng.normal(size=(3, 5))
u, d, vh = np.linalg.svd(wide)
print(d, u.shape, vh.shape, np.abs((u * d) @ vh[:3] - wide).max() < 1e-12)
u, d, vh = np.linalg.svd(wide, full_matrices=False)
print(d, np.abs(u), np.abs(vh))
tall = np.linalg.svd(wide.T, full_matrices=False)
print(tall.S, np.abs((tall.U * tall.S) @ tall.Vh - wide.T).max() < 1e-12)
print(np.linalg.svd(wide, compute_uv=False), np.linalg.svdvals(stacked))
print(np.linalg.svd(np.zeros((0, 3)), full_matrices=False)[1].shape)
