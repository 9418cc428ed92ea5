# COMPARE: rtol 1e-9
import numpy as np


def burst_train(n, centres, freq):
    t = np.arange(n)
    x = np.zeros(n)
    for k, c in enumerate(centres):
        x += (1.0 + 0.3 * k) * np.exp(-0.5 * ((t - c) / 9.0) ** 2) * np.cos(freq * (t - c))
    return x


def envelope(x, decay):
    out = np.zeros(x.size)
    level = 0.0
    for i, v in enumerate(np.abs(x)):
        level = v if v > level else level * decay
        out[i] = level
    return out


def find_peaks(y, height, distance):
    inner = (y[1:-1] > y[:-2]) & (y[1:-1] >= y[2:]) & (y[1:-1] > height)
    candidates = np.flatnonzero(inner) + 1
    order = candidates[np.argsort(y[candidates])[::-1]]
    keep = np.zeros(y.size, dtype=bool)
    for p in order:
        if not keep[max(0, p - distance):p + distance + 1].any():
            keep[p] = True
    return np.flatnonzero(keep)


def width_at_half(y, p):
    half = 0.5 * y[p]
    left = p
    while left > 0 and y[left] > half:
        left -= 1
    right = p
    while right < y.size - 1 and y[right] > half:
        right += 1
    a = left + (half - y[left]) / (y[left + 1] - y[left])
    b = right - (half - y[right]) / (y[right - 1] - y[right])
    return b - a


def smooth(y, passes):
    for _ in range(passes):
        y = np.concatenate(([y[0]], 0.25 * y[:-2] + 0.5 * y[1:-1] + 0.25 * y[2:], [y[-1]]))
    return y


x = burst_train(400, (50, 121, 200, 333), 0.9)
x += 0.02 * np.sin(np.arange(400) * 2.39)
env = smooth(envelope(x, 0.93), 30)
peaks = find_peaks(env, 0.2, 20)
print("peaks", peaks)
for p in peaks:
    print(f"  at {p:3d}: height {env[p]:.10f} width {width_at_half(env, p):.10f}")
spacing = np.diff(peaks)
print("spacing", spacing, f"mean {spacing.mean():.6f}")
print("raw local maxima", find_peaks(x, 0.0, 1).size)
