# COMPARE: rtol 1e-9
"""Matrix-free solvers with callables, operators as classes."""
import numpy as np
from functools import partial

class Laplacian:
    def __init__(self, n, h=1.0):
        self.n, self.h = n, h
    @property
    def shape(self):
        return (self.n * self.n, self.n * self.n)
    def __call__(self, v):
        u = v.reshape(self.n, self.n)
        out = 4 * u
        out[1:, :] -= u[:-1, :]
        out[:-1, :] -= u[1:, :]
        out[:, 1:] -= u[:, :-1]
        out[:, :-1] -= u[:, 1:]
        return out.ravel() / self.h ** 2
    def __matmul__(self, v):
        return self(v)

def cg(A, b, x0=None, tol=1e-10, maxiter=None, callback=None):
    x = np.zeros_like(b) if x0 is None else x0.copy()
    r = b - A(x)
    p = r.copy()
    rs = r @ r
    for k in range(maxiter or b.size):
        Ap = A(p)
        alpha = rs / (p @ Ap)
        x += alpha * p
        r -= alpha * Ap
        rs_new = r @ r
        if callback is not None:
            callback(k, np.sqrt(rs_new))
        if np.sqrt(rs_new) < tol:
            return x, k + 1
        p = r + (rs_new / rs) * p
        rs = rs_new
    return x, -1

history = []
def record(k, res, every=5):
    if k % every == 0:
        history.append((k, float(f"{res:.3e}")))

n = 12
A = Laplacian(n, h=1 / (n + 1))
X, Y = np.meshgrid(np.arange(1, n + 1) / (n + 1), np.arange(1, n + 1) / (n + 1), indexing="ij")
b = (2 * np.pi ** 2 * np.sin(np.pi * X) * np.sin(np.pi * Y)).ravel()
x, its = cg(A, b, callback=partial(record, every=1))
exact = (np.sin(np.pi * X) * np.sin(np.pi * Y)).ravel()
print(its, f"{np.abs(x - exact).max():.6e}", A.shape, np.allclose(A @ x, b))
print(len(history), history[0][0])

def power_iteration(op, n, steps=200, seed=0):
    v = np.random.default_rng(seed).standard_normal(n)
    v /= np.linalg.norm(v)
    lam = 0.0
    for _ in range(steps):
        w = op(v)
        lam = v @ w
        v = w / np.linalg.norm(w)
    return lam, v
lam, v = power_iteration(A, n * n)
print(f"{lam:.4f}")
ops = {"double": lambda v: 2 * v, "shift": lambda v: np.roll(v, 1), "lap": A}
for name in sorted(ops):
    print(name, f"{np.linalg.norm(ops[name](b)):.6f}")
