# COMPARE: exact
"""Binary morphology with arbitrary structuring elements and a distance transform."""
import numpy as np


def dilate(mask, element):
    eh, ew = element.shape
    h, w = mask.shape
    padded = np.zeros((h + eh - 1, w + ew - 1), dtype=bool)
    padded[eh // 2:eh // 2 + h, ew // 2:ew // 2 + w] = mask
    out = np.zeros((h, w), dtype=bool)
    for i in range(eh):
        for j in range(ew):
            if element[i, j]:
                out |= padded[i:i + h, j:j + w]
    return out


def erode(mask, element):
    return ~dilate(~mask, element[::-1, ::-1])


def opening(mask, element):
    return dilate(erode(mask, element), element)


def closing(mask, element):
    return erode(dilate(mask, element), element)


def city_block_distance(mask):
    h, w = mask.shape
    far = h + w
    d = np.where(mask, far, 0)
    for i in range(h):
        for j in range(w):
            if i > 0:
                d[i, j] = min(d[i, j], d[i - 1, j] + 1)
            if j > 0:
                d[i, j] = min(d[i, j], d[i, j - 1] + 1)
    for i in range(h - 1, -1, -1):
        for j in range(w - 1, -1, -1):
            if i < h - 1:
                d[i, j] = min(d[i, j], d[i + 1, j] + 1)
            if j < w - 1:
                d[i, j] = min(d[i, j], d[i, j + 1] + 1)
    return d


def perimeter(mask):
    cross = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], dtype=bool)
    return mask & ~erode(mask, cross)


y, x = np.arange(26)[:, None], np.arange(40)[None, :]
mask = ((y - 12) ** 2 + (x - 13) ** 2 <= 80) | ((np.abs(y - 12) <= 1) & (x > 13) & (x < 36))
mask[12, 13] = False
mask[3, 30] = True
square = np.ones((3, 3), dtype=bool)
print("pixels", mask.sum())
for name, result in (
    ("dilated", dilate(mask, square)),
    ("eroded", erode(mask, square)),
    ("opened", opening(mask, np.ones((5, 5), dtype=bool))),
    ("closed", closing(mask, square)),
    ("perimeter", perimeter(mask)),
):
    print(f"{name:>9}: {np.count_nonzero(result)} pixels, columns {np.flatnonzero(result.any(axis=0))[[0, -1]]}")
d = city_block_distance(mask)
print("distance histogram", np.bincount(d.ravel()))
print("deepest", d.max(), np.unravel_index(d.argmax(), d.shape))
