# COMPARE: rtol 1e-10
"""Gradients, curvature and critical points of a height field by finite differences."""
import numpy as np


def height(n):
    x = np.linspace(-2.0, 2.0, n)
    y = np.linspace(-2.0, 2.0, n + 3)
    xx, yy = np.meshgrid(x, y)
    z = np.exp(-(xx - 0.7) ** 2 - yy ** 2) - 0.8 * np.exp(-(xx + 0.6) ** 2 - (yy - 0.5) ** 2)
    return xx, yy, z, x[1] - x[0], y[1] - y[0]


def gradients(z, dx, dy):
    zx = np.zeros_like(z)
    zy = np.zeros_like(z)
    zx[:, 1:-1] = (z[:, 2:] - z[:, :-2]) / (2 * dx)
    zy[1:-1, :] = (z[2:, :] - z[:-2, :]) / (2 * dy)
    return zx, zy


def curvature(z, dx, dy):
    zx, zy = gradients(z, dx, dy)
    zxx, zxy = gradients(zx, dx, dy)
    _, zyy = gradients(zy, dx, dy)
    return (zxx * zyy - zxy ** 2) / (1.0 + zx ** 2 + zy ** 2) ** 2


def local_extrema(z, kind):
    centre = z[1:-1, 1:-1]
    keep = np.ones(centre.shape, dtype=bool)
    rows, cols = z.shape
    for di in range(3):
        for dj in range(3):
            if (di, dj) == (1, 1):
                continue
            other = z[di:rows - 2 + di, dj:cols - 2 + dj]
            keep &= centre > other if kind == "max" else centre < other
    return np.argwhere(keep) + 1


xx, yy, z, dx, dy = height(41)
zx, zy = gradients(z, dx, dy)
slope = np.sqrt(zx ** 2 + zy ** 2)
print("shape", z.shape, f"steepest {slope.max():.8f}")
for kind in ("max", "min"):
    points = local_extrema(z, kind)
    print(kind, "at", points.shape[0], "point(s)")
    for i, j in points:
        print(f"  ({i}, {j}) x={xx[i, j]:.6f} y={yy[i, j]:.6f} z={z[i, j]:.8f}")
k = curvature(z, dx, dy)
print(f"total curvature {k[2:-2, 2:-2].sum() * dx * dy:.10f}")
print(np.percentile(slope, [10, 50, 90]))
