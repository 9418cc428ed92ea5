# COMPARE: rtol 1e-8
"""Extreme eigenvalues of a sparse Laplacian by Lanczos and bisection."""
import numpy as np


def apply_laplacian(x, side):
    grid = x.reshape(side, side)
    out = 4.0 * grid
    out[1:, :] -= grid[:-1, :]
    out[:-1, :] -= grid[1:, :]
    out[:, 1:] -= grid[:, :-1]
    out[:, :-1] -= grid[:, 1:]
    return out.ravel()


def lanczos(side, steps):
    n = side * side
    basis = np.zeros((steps + 1, n))
    alpha = np.zeros(steps)
    beta = np.zeros(steps + 1)
    start = np.ones(n) + 0.1 * np.cos(np.arange(n))
    basis[0] = start / np.linalg.norm(start)
    for j in range(steps):
        w = apply_laplacian(basis[j], side)
        alpha[j] = w @ basis[j]
        w -= alpha[j] * basis[j]
        if j > 0:
            w -= beta[j] * basis[j - 1]
        # Full reorthogonalisation keeps the basis honest.
        w -= basis[:j + 1].T @ (basis[:j + 1] @ w)
        beta[j + 1] = np.linalg.norm(w)
        if beta[j + 1] < 1e-12:
            return alpha[:j + 1], beta[1:j + 1]
        basis[j + 1] = w / beta[j + 1]
    return alpha, beta[1:steps]


def count_below(alpha, beta, x):
    count = 0
    d = 1.0
    for i in range(len(alpha)):
        off = beta[i - 1] ** 2 if i > 0 else 0.0
        d = alpha[i] - x - off / d
        if d == 0.0:
            d = 1e-300
        if d < 0.0:
            count += 1
    return count


def eigenvalue(alpha, beta, k):
    low, high = 0.0, 8.0
    while high - low > 1e-12:
        mid = 0.5 * (low + high)
        if count_below(alpha, beta, mid) > k:
            high = mid
        else:
            low = mid
    return 0.5 * (low + high)


side = 12
a, b = lanczos(side, 30)
smallest = eigenvalue(a, b, 0)
largest = eigenvalue(a, b, len(a) - 1)
exact = 8.0 * np.sin(np.pi / (2 * (side + 1))) ** 2
print(f"smallest {smallest:.10f} exact {exact:.10f}")
print(f"largest  {largest:.10f} exact {8.0 - exact:.10f}")
print("below 1.0:", count_below(a, b, 1.0) > 0, "all below 8:", count_below(a, b, 8.0) == len(a))
