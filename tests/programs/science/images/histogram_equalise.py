# COMPARE: exact
import numpy as np


def histogram(image, levels=256):
    counts = np.zeros(levels, dtype=np.int64)
    np.add.at(counts, image.ravel(), 1)
    return counts


def equalise(image):
    counts = histogram(image)
    cdf = counts.cumsum()
    lowest = cdf[cdf > 0].min()
    scale = 255 / (image.size - lowest)
    table = np.clip(np.round((cdf - lowest) * scale), 0, 255).astype(np.uint8)
    return table[image], table


def otsu(image):
    counts = histogram(image)
    total = image.size
    weighted = np.dot(np.arange(256), counts)
    best, threshold = -1.0, 0
    w0 = 0
    s0 = 0
    for t in range(256):
        w0 += counts[t]
        s0 += t * counts[t]
        if w0 == 0:
            continue
        if w0 == total:
            break
        m0 = s0 / w0
        m1 = (weighted - s0) / (total - w0)
        between = w0 * (total - w0) * (m0 - m1) ** 2
        if between > best:
            best, threshold = between, t
    return threshold


def stretch(image, low, high):
    a, b = np.percentile(image, [low, high])
    return np.clip((image - a) * 255.0 / (b - a), 0, 255).astype(np.uint8)


i, j = np.arange(48)[:, None], np.arange(64)[None, :]
image = (60 + (i * j) % 37 + 40 * ((i // 12 + j // 16) % 2)).astype(np.uint8)
flat, table = equalise(image)
print("input range", image.min(), image.max(), "output range", flat.min(), flat.max())
print("total", histogram(image).sum(), "used levels", np.count_nonzero(histogram(flat)))
print("table", table[60:140:10])
print("otsu", otsu(image), "foreground", (image > otsu(image)).sum())
wide = stretch(image, 2, 98)
print("stretched", wide.min(), wide.max(), wide.sum())
print("monotone table:", bool((np.diff(table.astype(int)) >= 0).all()))
