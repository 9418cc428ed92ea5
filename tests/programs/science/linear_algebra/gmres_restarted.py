# COMPARE: rtol 1e-7
import numpy as np


def convection_diffusion(u, wind):
    n = u.size
    h = 1.0 / (n + 1)
    out = 2.0 * u / h ** 2
    out[1:] -= (1.0 / h ** 2 + wind / h) * u[:-1]
    out[:-1] -= u[1:] / h ** 2
    out += wind / h * u
    return out


def gmres_cycle(x, b, wind, m):
    r = b - convection_diffusion(x, wind)
    beta = np.linalg.norm(r)
    v = np.zeros((m + 1, b.size))
    h = np.zeros((m + 1, m))
    cs = np.zeros(m)
    sn = np.zeros(m)
    g = np.zeros(m + 1)
    g[0] = beta
    v[0] = r / beta
    for j in range(m):
        w = convection_diffusion(v[j], wind)
        for i in range(j + 1):
            h[i, j] = np.dot(w, v[i])
            w -= h[i, j] * v[i]
        h[j + 1, j] = np.linalg.norm(w)
        v[j + 1] = w / h[j + 1, j]
        for i in range(j):
            t = cs[i] * h[i, j] + sn[i] * h[i + 1, j]
            h[i + 1, j] = -sn[i] * h[i, j] + cs[i] * h[i + 1, j]
            h[i, j] = t
        d = np.hypot(h[j, j], h[j + 1, j])
        cs[j], sn[j] = h[j, j] / d, h[j + 1, j] / d
        h[j, j] = d
        h[j + 1, j] = 0.0
        g[j + 1] = -sn[j] * g[j]
        g[j] *= cs[j]
    y = np.zeros(m)
    for i in range(m)[::-1]:
        y[i] = (g[i] - h[i, i + 1:m] @ y[i + 1:]) / h[i, i]
    return x + v[:m].T @ y, abs(g[m])


n = 40
wind = 20.0
b = np.ones(n)
x = np.zeros(n)
for cycle in range(12):
    x, res = gmres_cycle(x, b, wind, 15)
    print(f"cycle {cycle:2d} converged {res < 1e-8}")
    if res < 1e-8:
        break
check = np.linalg.norm(b - convection_diffusion(x, wind))
print("true residual small:", check < 1e-6)
print(f"peak {x.max():.10f} at {x.argmax()}, mean {x.mean():.10f}")
