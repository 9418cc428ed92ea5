# COMPARE: exact
"""Label connected regions with two passes and union-find; measure them."""
import numpy as np


def find(parent, x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


def union(parent, a, b):
    ra, rb = find(parent, a), find(parent, b)
    if ra < rb:
        parent[rb] = ra
    elif rb < ra:
        parent[ra] = rb


def label(mask):
    h, w = mask.shape
    labels = np.zeros((h, w), dtype=np.int64)
    parent = np.arange(h * w // 2 + 2)
    fresh = 1
    for i in range(h):
        for j in range(w):
            if not mask[i, j]:
                continue
            up = labels[i - 1, j] if i > 0 else 0
            left = labels[i, j - 1] if j > 0 else 0
            if up == 0 and left == 0:
                labels[i, j] = fresh
                fresh += 1
            elif up and left:
                labels[i, j] = min(up, left)
                union(parent, up, left)
            else:
                labels[i, j] = max(up, left)
    for k in range(fresh):
        parent[k] = find(parent, k)
    labels = parent[labels]
    names, compact = np.unique(labels, return_inverse=True)
    return compact.reshape(h, w), len(names) - 1


def bounding_box(labels, k):
    rows, cols = np.where(labels == k)
    return rows.min(), cols.min(), rows.max(), cols.max()


y = np.arange(24)[:, None]
x = np.arange(36)[None, :]
mask = (np.sin(0.6 * x + 0.2 * y) * np.cos(0.5 * y - 0.1 * x)) > 0.35
mask[11, 3:30] = True
labels, count = label(mask)
print("foreground", mask.sum(), "regions", count)
sizes = np.bincount(labels.ravel())[1:]
order = np.argsort(-sizes, kind="stable")
for k in order[:5]:
    print("region", k + 1, "size", sizes[k], "box", bounding_box(labels, k + 1))
print("sizes sum:", sizes.sum() == mask.sum())
