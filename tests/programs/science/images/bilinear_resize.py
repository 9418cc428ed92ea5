# COMPARE: rtol 1e-10
import numpy as np


def resize(image, height, width):
    h, w = image.shape[:2]
    rows = np.linspace(0, h - 1, height)
    cols = np.linspace(0, w - 1, width)
    r0 = np.floor(rows).astype(int)
    c0 = np.floor(cols).astype(int)
    r1 = np.minimum(r0 + 1, h - 1)
    c1 = np.minimum(c0 + 1, w - 1)
    fr = (rows - r0)[:, None, None]
    fc = (cols - c0)[None, :, None]
    top = image[r0][:, c0] * (1 - fc) + image[r0][:, c1] * fc
    bottom = image[r1][:, c0] * (1 - fc) + image[r1][:, c1] * fc
    return top * (1 - fr) + bottom * fr


def rotate_nearest(image, degrees):
    h, w, _ = image.shape
    angle = np.deg2rad(degrees)
    cy, cx = (h - 1) / 2, (w - 1) / 2
    y, x = np.meshgrid(np.arange(h) - cy, np.arange(w) - cx, indexing="ij")
    sy = np.rint(np.cos(angle) * y - np.sin(angle) * x + cy).astype(int)
    sx = np.rint(np.sin(angle) * y + np.cos(angle) * x + cx).astype(int)
    inside = (sy >= 0) & (sy < h) & (sx >= 0) & (sx < w)
    out = np.zeros_like(image)
    out[inside] = image[sy[inside], sx[inside]]
    return out, inside


def grey(image):
    return image @ np.array([0.299, 0.587, 0.114])


def box_downsample(image, factor):
    h, w, c = image.shape
    return image.reshape(h // factor, factor, w // factor, factor, c).mean(axis=(1, 3))


h, w = 24, 32
y, x = np.arange(h)[:, None], np.arange(w)[None, :]
image = np.stack([x / (w - 1) + 0 * y, y / (h - 1) + 0 * x, ((x // 4 + y // 4) % 2) * 1.0], axis=-1)
big = resize(image, 37, 51)
small = box_downsample(image, 4)
turned, inside = rotate_nearest(image, 30.0)
print(big.shape, small.shape, turned.shape)
print("means", image.mean(axis=(0, 1)), big.mean(axis=(0, 1)))
print("corners kept:", np.allclose(big[0, 0], image[0, 0]) and np.allclose(big[-1, -1], image[-1, -1]))
print("gradient exact:", np.allclose(big[:, :, 0], np.linspace(0, 1, 51)))
print(f"grey {grey(image).mean():.10f} small grey {grey(small).sum():.10f}")
print("covered", inside.sum(), f"sum {turned.sum():.8f}")
