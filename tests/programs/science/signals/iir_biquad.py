# COMPARE: rtol 1e-9
import math
import numpy as np


def design(kind, freq, q):
    w = 2.0 * math.pi * freq
    alpha = math.sin(w) / (2.0 * q)
    c = math.cos(w)
    if kind == "lowpass":
        b = np.array([(1 - c) / 2, 1 - c, (1 - c) / 2])
    elif kind == "highpass":
        b = np.array([(1 + c) / 2, -(1 + c), (1 + c) / 2])
    elif kind == "notch":
        b = np.array([1.0, -2.0 * c, 1.0])
    else:
        b = np.array([alpha, 0.0, -alpha])
    a = np.array([1 + alpha, -2 * c, 1 - alpha])
    return b / a[0], a / a[0]


def biquad(b, a, x):
    """Transposed direct form II."""
    y = np.zeros_like(x)
    z1 = z2 = 0.0
    for n, value in enumerate(x):
        out = b[0] * value + z1
        z1 = b[1] * value - a[1] * out + z2
        z2 = b[2] * value - a[2] * out
        y[n] = out
    return y


def stable(a):
    return bool(abs(a[2]) < 1.0 and abs(a[1]) < 1.0 + a[2])


def tone_level(y, freq):
    n = np.arange(y.size)
    c = 2.0 * np.dot(y, np.cos(2 * np.pi * freq * n)) / y.size
    s = 2.0 * np.dot(y, np.sin(2 * np.pi * freq * n)) / y.size
    return math.hypot(c, s)


n = np.arange(800)
x = np.cos(2 * np.pi * 0.01 * n) + 0.5 * np.cos(2 * np.pi * 0.1 * n) + 0.25 * np.cos(2 * np.pi * 0.4 * n)
for kind in ("lowpass", "highpass", "notch", "bandpass"):
    b, a = design(kind, 0.1, 0.9)
    y = biquad(b, a, x)
    tail = y[300:]
    print(f"{kind:>8}: stable {stable(a)}, a = {a}")
    levels = np.array([tone_level(tail, 0.01), tone_level(tail, 0.1), tone_level(tail, 0.4)])
    print("          tone levels", np.round(levels, 9))
b, a = design("lowpass", 0.05, 0.5)
impulse = np.zeros(40)
impulse[0] = 1.0
twice = biquad(b, a, biquad(b, a, impulse))
print(f"cascade: peak {twice.max():.10f} at {twice.argmax()}, sum {twice.sum():.10f}")
