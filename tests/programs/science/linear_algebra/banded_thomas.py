# COMPARE: rtol 1e-9
import numpy as np


def thomas(lower, diag, upper, rhs):
    n = diag.size
    c = np.zeros(n)
    d = np.zeros(n)
    c[0] = upper[0] / diag[0]
    d[0] = rhs[0] / diag[0]
    for i in range(1, n):
        m = diag[i] - lower[i] * c[i - 1]
        c[i] = upper[i] / m if i < n - 1 else 0.0
        d[i] = (rhs[i] - lower[i] * d[i - 1]) / m
    for i in range(n - 2, -1, -1):
        d[i] -= c[i] * d[i + 1]
    return d


def banded_matvec(lower, diag, upper, x):
    y = diag * x
    y[1:] += lower[1:] * x[:-1]
    y[:-1] += upper[:-1] * x[1:]
    return y


def spline_moments(x, y):
    """Second derivatives of the natural cubic spline through the points."""
    h = np.diff(x)
    slope = np.diff(y) / h
    n = len(x)
    lower = np.zeros(n)
    upper = np.zeros(n)
    diag = np.ones(n)
    rhs = np.zeros(n)
    lower[1:-1] = h[:-1]
    upper[1:-1] = h[1:]
    diag[1:-1] = 2.0 * (h[:-1] + h[1:])
    rhs[1:-1] = 6.0 * np.diff(slope)
    return thomas(lower, diag, upper, rhs), (lower, diag, upper, rhs)


def evaluate(x, y, m, at):
    k = np.clip(np.searchsorted(x, at) - 1, 0, len(x) - 2)
    h = x[k + 1] - x[k]
    a = (x[k + 1] - at) / h
    b = (at - x[k]) / h
    cubic = ((a ** 3 - a) * m[k] + (b ** 3 - b) * m[k + 1]) * h ** 2 / 6.0
    return a * y[k] + b * y[k + 1] + cubic


knots = np.linspace(0.0, 1.0, 15) ** 1.5 * np.pi
values = np.sin(2.0 * knots)
moments, (lo, di, up, rhs) = spline_moments(knots, values)
print("residual", np.abs(banded_matvec(lo, di, up, moments) - rhs).max() < 1e-10)
print("moments", moments[::4])

at = np.linspace(0.0, np.pi, 101)
found = evaluate(knots, values, moments, at)
error = np.abs(found - np.sin(2.0 * at))
print(f"largest error {error.max():.9f} at index {error.argmax()}")
print("interpolates:", np.allclose(evaluate(knots, values, moments, knots), values))
