# COMPARE: rtol 1e-8
"""Multiple regression by normal equations with standard errors and leverage."""
import numpy as np


def cholesky_solve(a, b):
    n = len(a)
    l = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            s = a[i, j] - l[i, :j] @ l[j, :j]
            l[i, j] = np.sqrt(s) if i == j else s / l[j, j]
    y = np.zeros_like(b)
    for i in range(n):
        y[i] = (b[i] - l[i, :i] @ y[:i]) / l[i, i]
    for i in range(n - 1, -1, -1):
        y[i] = (y[i] - l[i + 1:, i] @ y[i + 1:]) / l[i, i]
    return y


def fit(x, y):
    n, p = x.shape
    xtx = x.T @ x
    beta = cholesky_solve(xtx, x.T @ y)
    inverse = cholesky_solve(xtx, np.eye(p))
    residual = y - x @ beta
    s2 = residual @ residual / (n - p)
    return beta, np.sqrt(s2 * np.diag(inverse)), residual, s2, inverse


def r_squared(y, residual):
    return 1.0 - np.sum(residual ** 2) / np.sum((y - np.mean(y)) ** 2)


def leverage(x, inverse):
    return np.einsum("ij,jk,ik->i", x, inverse, x)


def durbin_watson(residual):
    return np.sum(np.diff(residual) ** 2) / np.sum(residual ** 2)


def cook(residual, h, s2, p):
    return residual ** 2 * h / (p * s2 * (1.0 - h) ** 2)


np.random.seed(83)
n = 80
t = np.linspace(0.0, 1.0, n)
x = np.column_stack((np.ones(n), t, t ** 2, np.sin(6.0 * t)))
truth = np.array([1.0, -2.0, 3.0, 0.5])
y = x @ truth + 0.1 * np.random.randn(n)
y[17] += 1.0
beta, errors, residual, s2, inverse = fit(x, y)
for name, b, e in zip(("const", "t", "t^2", "sin"), beta, errors):
    print(f"{name:>6} {b:+.9f} +- {e:.9f} t = {b / e:+.6f}")
h = leverage(x, inverse)
print(f"R2 {r_squared(y, residual):.10f} sigma {np.sqrt(s2):.10f} DW {durbin_watson(residual):.8f}")
print(f"leverage sum {h.sum():.8f} largest at {h.argmax()}")
d = cook(residual, h, s2, 4)
worst = np.argsort(d)[::-1][:3]
print("most influential", worst, np.round(d[worst], 8))
keep = np.arange(n) != worst[0]
again = fit(x[keep], y[keep])
print("without it", np.round(again[0], 8), f"sigma {np.sqrt(again[3]):.8f}")
