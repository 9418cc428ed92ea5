# COMPARE: rtol 1e-10
import numpy as np


def jacobi_3d(a, b, steps):
    sixth = 1.0 / 7.0
    for t in range(steps):
        b[1:-1, 1:-1, 1:-1] = sixth * (
            a[1:-1, 1:-1, 1:-1]
            + a[:-2, 1:-1, 1:-1] + a[2:, 1:-1, 1:-1]
            + a[1:-1, :-2, 1:-1] + a[1:-1, 2:, 1:-1]
            + a[1:-1, 1:-1, :-2] + a[1:-1, 1:-1, 2:]
        )
        a, b = b, a
    return a


def slow_reference(a, i, j, k):
    total = 0.0
    for di, dj, dk in ((0, 0, 0), (1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)):
        total += a[i + di, j + dj, k + dk]
    return total / 7.0


def shell_means(a):
    n = a.shape[0]
    means = np.zeros(n // 2)
    for s in range(n // 2):
        cube = a[s:n - s, s:n - s, s:n - s]
        means[s] = cube.mean()
    return means


n = 16
grid = np.fromfunction(lambda i, j, k: (i * 7 + j * 3 + k * 5) % 11, (n, n, n)) / 10.0
start = grid.copy()
once = jacobi_3d(grid.copy(), grid.copy(), 1)
ok = True
for i, j, k in ((1, 1, 1), (5, 8, 3), (14, 14, 14)):
    ok = ok and abs(once[i, j, k] - slow_reference(start, i, j, k)) < 1e-14
print("one step agrees with loops:", ok)

result = jacobi_3d(grid, grid.copy(), 20)
print("means of nested cubes", shell_means(result))
print("boundary untouched:", np.array_equal(result[0], start[0]) and np.array_equal(result[:, :, -1], start[:, :, -1]))
print(f"variance {start.var():.8f} -> {result.var():.8f}")
print(result[8, 8, ::3])
