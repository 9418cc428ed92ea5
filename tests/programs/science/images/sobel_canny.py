# COMPARE: rtol 1e-10
"""Edges: Gaussian blur, Sobel gradients, thinning and hysteresis."""
import numpy as np


def gaussian_kernel(radius, sigma):
    x = np.arange(-radius, radius + 1)
    k = np.exp(-x ** 2 / (2.0 * sigma ** 2))
    return k / k.sum()


def blur(image, kernel):
    r = len(kernel) // 2
    padded = np.pad(image, ((r, r), (0, 0)), mode="edge")
    out = np.zeros_like(image)
    for k, weight in enumerate(kernel):
        out += weight * padded[k:k + image.shape[0], :]
    padded = np.pad(out, ((0, 0), (r, r)), mode="edge")
    result = np.zeros_like(image)
    for k, weight in enumerate(kernel):
        result += weight * padded[:, k:k + image.shape[1]]
    return result


def sobel(image):
    p = np.pad(image, 1, mode="edge")
    gx = (p[:-2, 2:] + 2 * p[1:-1, 2:] + p[2:, 2:]) - (p[:-2, :-2] + 2 * p[1:-1, :-2] + p[2:, :-2])
    gy = (p[2:, :-2] + 2 * p[2:, 1:-1] + p[2:, 2:]) - (p[:-2, :-2] + 2 * p[:-2, 1:-1] + p[:-2, 2:])
    return gx, gy


def thin(magnitude, gx, gy):
    out = np.zeros_like(magnitude)
    for i in range(1, magnitude.shape[0] - 1):
        for j in range(1, magnitude.shape[1] - 1):
            if abs(gx[i, j]) >= abs(gy[i, j]):
                a, b = magnitude[i, j - 1], magnitude[i, j + 1]
            else:
                a, b = magnitude[i - 1, j], magnitude[i + 1, j]
            if magnitude[i, j] >= a and magnitude[i, j] >= b:
                out[i, j] = magnitude[i, j]
    return out


def hysteresis(m, low, high):
    strong = m > high
    weak = m > low
    count = -1
    while strong.sum() != count:
        count = strong.sum()
        p = np.pad(strong, 1)
        grown = p[:-2, 1:-1] | p[2:, 1:-1] | p[1:-1, :-2] | p[1:-1, 2:] | p[:-2, :-2] | p[2:, 2:] | p[:-2, 2:] | p[2:, :-2]
        strong = strong | (grown & weak)
    return strong


yy, xx = np.meshgrid(np.arange(36), np.arange(44), indexing="ij")
image = ((xx - 20) ** 2 + (yy - 17) ** 2 < 121).astype(float) + 0.4 * (xx > 35)
image += 0.02 * ((7 * xx + 13 * yy) % 5)
smooth = blur(image, gaussian_kernel(3, 1.2))
gx, gy = sobel(smooth)
magnitude = np.hypot(gx, gy)
thinned = thin(magnitude, gx, gy)
edges = hysteresis(thinned, 0.3, 0.9)
print(f"mean {image.mean():.10f} blurred {smooth.mean():.10f}")
print(f"largest gradient {magnitude.max():.10f} at {np.unravel_index(magnitude.argmax(), magnitude.shape)}")
print("thin pixels", np.count_nonzero(thinned > 0.3), "edges", edges.sum())
print("per row", edges.sum(axis=1))
