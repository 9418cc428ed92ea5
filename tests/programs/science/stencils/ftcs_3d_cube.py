# COMPARE: rtol 1e-10
import numpy as np


def step(u, r):
    new = u.copy()
    core = u[1:-1, 1:-1, 1:-1]
    new[1:-1, 1:-1, 1:-1] = core + r * (
        u[:-2, 1:-1, 1:-1] - 2 * core + u[2:, 1:-1, 1:-1]
        + u[1:-1, :-2, 1:-1] - 2 * core + u[1:-1, 2:, 1:-1]
        + u[1:-1, 1:-1, :-2] - 2 * core + u[1:-1, 1:-1, 2:]
    )
    return new


def by_hand(u, r, i, j, k):
    total = -6.0 * u[i, j, k]
    for di, dj, dk in ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)):
        total += u[i + di, j + dj, k + dk]
    return u[i, j, k] + r * total


def shell_means(u):
    n = u.shape[0]
    means = np.zeros(n // 2)
    for s in range(n // 2):
        means[s] = u[s:n - s, s:n - s, s:n - s].mean()
    return means


n = 16
i, j, k = np.arange(n)[:, None, None], np.arange(n)[None, :, None], np.arange(n)
start = ((7 * i + 3 * j + 5 * k) % 11) / 10.0
once = step(start, 0.1)
for p, q, s in ((1, 1, 1), (5, 8, 3), (14, 14, 14)):
    print(p, q, s, abs(once[p, q, s] - by_hand(start, 0.1, p, q, s)) < 1e-13)
u = start
for _ in range(15):
    u = step(u, 0.1)
print("means of nested cubes", shell_means(u))
print("faces kept:", np.array_equal(u[0], start[0]), np.array_equal(u[:, :, -1], start[:, :, -1]))
print(f"variance {start.var():.8f} -> {u.var():.8f}")
print(u[8, 8, ::3])
