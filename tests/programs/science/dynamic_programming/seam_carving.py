# COMPARE: rtol 1e-10
import numpy as np


def make_image(h, w):
    y = np.linspace(0, 3, h)[:, None]
    x = np.linspace(0, 5, w)[None, :]
    return np.sin(3 * x + y) * np.cos(y * x) + 0.3 * ((x > 2) & (x < 2.6))


def energy(image):
    gy, gx = np.gradient(image)
    return np.abs(gx) + np.abs(gy)


def cumulative(e):
    m = e.copy()
    for i in range(1, m.shape[0]):
        left = np.concatenate(([np.inf], m[i - 1, :-1]))
        right = np.concatenate((m[i - 1, 1:], [np.inf]))
        m[i] += np.minimum(np.minimum(left, m[i - 1]), right)
    return m


def find_seam(m):
    h, w = m.shape
    seam = np.zeros(h, dtype=int)
    seam[-1] = np.argmin(m[-1])
    for i in range(h - 2, -1, -1):
        low = max(seam[i + 1] - 1, 0)
        high = min(seam[i + 1] + 2, w)
        seam[i] = low + np.argmin(m[i, low:high])
    return seam


def remove_seam(image, seam):
    h, w = image.shape
    keep = np.ones((h, w), dtype=bool)
    keep[np.arange(h), seam] = False
    return image[keep].reshape(h, w - 1)


image = make_image(24, 36)
print(f"start {image.shape} energy {energy(image).sum():.10f}")
for k in range(10):
    m = cumulative(energy(image))
    seam = find_seam(m)
    cost = m[-1].min()
    assert np.all(np.abs(np.diff(seam)) <= 1)
    if k % 3 == 0:
        print(f"seam {k}: cost {cost:.10f}, columns {seam.min()}..{seam.max()}, first {seam[:5]}")
    image = remove_seam(image, seam)
print(f"end {image.shape} energy {energy(image).sum():.10f} mean {image.mean():.10f}")
