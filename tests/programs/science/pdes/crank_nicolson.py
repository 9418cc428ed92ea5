# COMPARE: rtol 1e-9
import numpy as np


def tridiagonal_factors(n, r):
    c = np.zeros(n)
    diag = np.zeros(n)
    diag[0] = 1.0 + r
    for i in range(1, n):
        c[i - 1] = -0.5 * r / diag[i - 1]
        diag[i] = 1.0 + r + 0.5 * r * c[i - 1]
    return c, diag


def solve(c, diag, r, d):
    n = d.shape[0]
    y = d.copy()
    y[0] /= diag[0]
    for i in range(1, n):
        y[i] = (y[i] + 0.5 * r * y[i - 1]) / diag[i]
    for i in range(n - 2, -1, -1):
        y[i] -= c[i] * y[i + 1]
    return y


def heat(u, r, steps):
    inner = u.size - 2
    c, diag = tridiagonal_factors(inner, r)
    for _ in range(steps):
        rhs = u[1:-1] + 0.5 * r * (u[2:] - 2.0 * u[1:-1] + u[:-2])
        rhs[0] += 0.5 * r * u[0]
        rhs[-1] += 0.5 * r * u[-1]
        u[1:-1] = solve(c, diag, r, rhs)
    return u


def order(errors):
    return np.log2(errors[:-1] / errors[1:])


errors = np.zeros(4)
for level in range(4):
    n = 10 * 2 ** level
    x = np.linspace(0, 1, n + 1)
    steps = n
    dt = 0.1 / steps
    u = heat(np.sin(np.pi * x) + x, dt * n * n, steps)
    exact = np.exp(-np.pi ** 2 * 0.1) * np.sin(np.pi * x) + x
    errors[level] = np.max(np.abs(u - exact))
    print(f"n={n:3d} error {errors[level]:.12f} middle {u[n // 2]:.10f}")
print("orders", np.round(order(errors), 3))
print("second order:", bool(np.all(np.abs(order(errors) - 2.0) < 0.1)))
