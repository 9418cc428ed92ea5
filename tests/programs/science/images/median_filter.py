# COMPARE: exact
import numpy as np


def noisy_image(h, w):
    image = np.zeros((h, w), dtype=np.uint8)
    image[5:-5, 8:-8] = 120
    image[10:15, 12:30] = 220
    state = 7
    for _ in range(h * w // 12):
        state = (state * 16807) % 2147483647
        i, j = divmod(state % (h * w), w)
        image[i, j] = 255 if state & 64 else 0
    return image


def median_3x3(image):
    h, w = image.shape
    padded = np.pad(image, 1, mode="reflect")
    stack = np.empty((9, h, w), dtype=image.dtype)
    k = 0
    for di in range(3):
        for dj in range(3):
            stack[k] = padded[di:di + h, dj:dj + w]
            k += 1
    stack.sort(axis=0)
    return stack[4]


def median_window(image, radius):
    out = np.zeros_like(image)
    h, w = image.shape
    for i in range(h):
        for j in range(w):
            top, left = max(i - radius, 0), max(j - radius, 0)
            window = np.sort(image[top:i + radius + 1, left:j + radius + 1].ravel())
            out[i, j] = window[window.size // 2]
    return out


def changed(a, b):
    return int((a != b).sum())


image = noisy_image(28, 40)
small = median_3x3(image)
large = median_window(image, 2)
print("dtype", small.dtype, "shape", small.shape)
print("changed", changed(image, small), changed(image, large))
for name, im in (("noisy", image), ("3x3", small), ("5x5", large)):
    values, counts = np.unique(im, return_counts=True)
    print(name, values, counts)
print("difference as ints", np.abs(small.astype(int) - large).sum())
print(small[9, 6:20])
