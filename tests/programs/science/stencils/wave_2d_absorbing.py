# COMPARE: rtol 1e-9
import math
import numpy as np


def laplacian(u, out):
    out[1:-1, 1:-1] = (
        u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4 * u[1:-1, 1:-1]
    )


def ricker(t, freq):
    a = (math.pi * freq * (t - 1.0 / freq)) ** 2
    return (1.0 - 2.0 * a) * math.exp(-a)


def sponge(n, width, strength):
    profile = np.ones(n)
    for k in range(width):
        value = math.exp(-(strength * (width - k)) ** 2)
        profile[k] = value
        profile[n - 1 - k] = value
    return np.minimum.outer(profile, profile)


def simulate(n, steps):
    speed = np.full((n, n), 1.0)
    speed[n // 2:, :] = 1.6
    dt = 0.4
    c2 = (speed * dt) ** 2
    damp = sponge(n, 8, 0.06)
    prev = np.zeros((n, n))
    cur = np.zeros((n, n))
    lap = np.zeros((n, n))
    trace = np.empty(steps)
    for it in range(steps):
        laplacian(cur, lap)
        nxt = 2.0 * cur - prev + c2 * lap
        nxt[n // 3, n // 2] += dt * dt * ricker(it * dt, 0.08)
        nxt *= damp
        prev, cur = cur * damp, nxt
        trace[it] = cur[n // 3, n // 2 + 10]
    return cur, trace


field, trace = simulate(48, 120)
arrival = np.argmax(np.abs(trace) > 0.05 * np.abs(trace).max())
print("first arrival at step", arrival)
print(f"trace peak {trace.max():.9f} trough {trace.min():.9f}")
print(f"field energy {np.sum(field ** 2):.10f}")
print("symmetric:", np.allclose(field[:, 1:24], field[:, :24:-1]))
print(field[24, 20:29])
