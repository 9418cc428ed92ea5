# COMPARE: rtol 1e-9
import numpy as np


def dft_matrix(n):
    k = np.arange(n)
    angle = -2.0 * np.pi * np.outer(k, k) / n
    return np.cos(angle), np.sin(angle)


def dft(x):
    c, s = dft_matrix(len(x))
    return c @ x, s @ x


def inverse(re, im):
    n = len(re)
    c, s = dft_matrix(n)
    return (c @ re + s @ im) / n, (c @ im - s @ re) / n


def radix2(re, im):
    """Recursive Cooley-Tukey on separate real and imaginary parts."""
    n = re.size
    if n == 1:
        return re.copy(), im.copy()
    er, ei = radix2(re[::2], im[::2])
    odd_r, odd_i = radix2(re[1::2], im[1::2])
    angle = -2.0 * np.pi * np.arange(n // 2) / n
    wr, wi = np.cos(angle), np.sin(angle)
    tr = wr * odd_r - wi * odd_i
    ti = wr * odd_i + wi * odd_r
    return np.concatenate([er + tr, er - tr]), np.concatenate([ei + ti, ei - ti])


def hann(n):
    return 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(n) / n)


n = 64
t = np.arange(n)
x = np.sin(2 * np.pi * 5 * t / n) + 0.5 * np.cos(2 * np.pi * 12.5 * t / n)
re, im = dft(x)
fr, fi = radix2(x, np.zeros(n))
print("fast agrees:", np.allclose(re, fr) and np.allclose(im, fi))
back, rest = inverse(re, im)
print("inverse:", np.allclose(back, x), np.abs(rest).max() < 1e-12)
power = re ** 2 + im ** 2
print("Parseval:", np.isclose(power.sum() / n, np.dot(x, x)))
half = power[:n // 2]
top = np.argsort(half)[::-1][:4]
print("strongest bins", top, half[top])
wr, wi = dft(x * hann(n))
windowed = np.hypot(wr, wi)[:n // 2]
print(f"leakage far away: plain {np.sqrt(half[25:]).sum():.9f} hann {windowed[25:].sum():.9f}")
