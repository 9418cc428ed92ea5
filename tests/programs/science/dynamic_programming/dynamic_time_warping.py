# COMPARE: rtol 1e-10
"""Compare curves of different speed by dynamic time warping, with and without a band."""
import math
import numpy as np


def distance_matrix(a, b):
    return np.abs(np.subtract(a[:, None], b[None, :]))


def dtw(a, b, band=None):
    n, m = len(a), len(b)
    d = distance_matrix(a, b)
    acc = np.full((n + 1, m + 1), np.inf)
    acc[0, 0] = 0.0
    for i in range(1, n + 1):
        if band is None:
            first, last = 1, m
        else:
            centre = i * m // n
            first, last = max(1, centre - band), min(m, centre + band)
        for j in range(first, last + 1):
            acc[i, j] = d[i - 1, j - 1] + min(acc[i - 1, j], acc[i, j - 1], acc[i - 1, j - 1])
    return acc


def warping_path(acc):
    i, j = acc.shape[0] - 1, acc.shape[1] - 1
    steps = 1
    diagonal = 0
    while i > 1 or j > 1:
        options = np.array([acc[i - 1, j - 1], acc[i - 1, j], acc[i, j - 1]])
        move = int(options.argmin())
        if move == 0:
            i, j = i - 1, j - 1
            diagonal += 1
        elif move == 1:
            i -= 1
        else:
            j -= 1
        steps += 1
    return steps, diagonal


def classify(x, templates):
    scores = np.zeros(len(templates))
    for k, template in enumerate(templates):
        scores[k] = dtw(x, template, 12)[-1, -1] / (len(x) + len(template))
    return int(scores.argmin()), scores


t = np.linspace(0.0, 1.0, 45)
slow = np.sin(2 * math.pi * t ** 1.5)
fast = np.sin(2 * math.pi * np.linspace(0.0, 1.0, 36))
acc = dtw(slow, fast)
steps, diagonal = warping_path(acc)
print(f"distance {acc[-1, -1]:.10f}, path {steps}, diagonal steps {diagonal}")
print(f"banded {dtw(slow, fast, 6)[-1, -1]:.10f}, euclidean {np.abs(slow[:36] - fast).sum():.10f}")
templates = np.stack((np.sin(2 * np.pi * t), np.cos(2 * np.pi * t), 2 * t - 1))
for name, x in (("slow sine", slow), ("cosine", np.cos(2 * np.pi * t ** 0.8)), ("ramp", t * t * 2 - 1)):
    label, scores = classify(x, templates)
    print(f"{name}: class {label}, scores {scores}")
