# COMPARE: rtol 1e-9
"""Fast diagonalisation: Poisson's equation through the eigenvectors of the 1-D Laplacian."""
import numpy as np


def sine_basis(n):
    k = np.arange(1, n + 1)
    return np.sqrt(2.0 / (n + 1)) * np.sin(np.pi * np.outer(k, k) / (n + 1))


def eigenvalues(n):
    k = np.arange(1, n + 1)
    h = 1.0 / (n + 1)
    return 4.0 / h ** 2 * np.sin(0.5 * np.pi * k * h) ** 2


def poisson(f):
    n, m = f.shape
    s, t = sine_basis(n), sine_basis(m)
    lam = eigenvalues(n)[:, None] + eigenvalues(m)[None, :]
    return s @ ((s @ f @ t) / lam) @ t


def apply(u):
    n, m = u.shape
    p = np.pad(u, 1)
    hx, hy = 1.0 / (n + 1), 1.0 / (m + 1)
    d2x = (p[2:, 1:-1] - 2.0 * u + p[:-2, 1:-1]) / hx ** 2
    d2y = (p[1:-1, 2:] - 2.0 * u + p[1:-1, :-2]) / hy ** 2
    return -(d2x + d2y)


def manufactured(n, m):
    x = np.arange(1, n + 1) / (n + 1)
    y = np.arange(1, m + 1) / (m + 1)
    u = np.outer(x * (1 - x), np.sin(np.pi * y))
    f = np.outer(2.0 * np.ones(n) + np.pi ** 2 * x * (1 - x), np.sin(np.pi * y))
    return u, f


s = sine_basis(9)
print("basis orthogonal:", np.allclose(s @ s, np.eye(9)))
for n, m in ((7, 9), (15, 19), (31, 39)):
    exact, f = manufactured(n, m)
    u = poisson(f)
    print(n, m, "inverse:", np.allclose(apply(u), f), f"error {np.abs(u - exact).max():.12f}")
print(u[15, ::8])
