# COMPARE: rtol 1e-9
import numpy as np


def optimal_omega(n):
    return 2.0 / (1.0 + np.sin(np.pi / n))


def sweep(u, f, h2, omega, mask):
    neighbours = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
    gauss = 0.25 * (neighbours + h2 * f[1:-1, 1:-1])
    inner = u[1:-1, 1:-1]
    inner[mask] += omega * (gauss - inner)[mask]


def residual(u, f, h2):
    lap = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] - 4.0 * u[1:-1, 1:-1]
    return np.abs(lap + h2 * f[1:-1, 1:-1]).max()


n = 33
h2 = (1.0 / (n - 1)) ** 2
x = np.linspace(0.0, 1.0, n)
f = 10.0 * np.exp(-50.0 * ((x[:, None] - 0.3) ** 2 + (x[None, :] - 0.6) ** 2))
u = np.zeros((n, n))
u[0, :] = np.sin(np.pi * x)

i, j = np.indices((n - 2, n - 2))
red = (i + j) % 2 == 0
black = ~red
omega = optimal_omega(n - 1)
print(f"omega {omega:.8f}, red cells {red.sum()}, black cells {black.sum()}")

sweeps = 0
while residual(u, f, h2) > 1e-8 and sweeps < 500:
    sweep(u, f, h2, omega, red)
    sweep(u, f, h2, omega, black)
    sweeps += 1
print("converged:", sweeps < 200)
print(f"centre {u[n // 2, n // 2]:.6f}, total {u.sum():.4f}")
print(np.round(u[::8, ::8], 5))
