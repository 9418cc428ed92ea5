# COMPARE: exact
import numpy as np


def draw_line(image, r0, c0, r1, c1):
    """Bresenham's walk from one pixel to another."""
    dr, dc = abs(r1 - r0), abs(c1 - c0)
    sr = 1 if r1 > r0 else -1
    sc = 1 if c1 > c0 else -1
    err = dc - dr
    while True:
        image[r0, c0] = 1
        if r0 == r1 and c0 == c1:
            return
        twice = 2 * err
        if twice > -dr:
            err -= dr
            c0 += sc
        if twice < dc:
            err += dc
            r0 += sr


def hough(image, angles):
    diagonal = int(np.ceil(np.hypot(*image.shape)))
    votes = np.zeros((2 * diagonal + 1, len(angles)), dtype=int)
    rows, cols = np.nonzero(image)
    for k, angle in enumerate(np.deg2rad(angles)):
        rho = np.rint(cols * np.cos(angle) + rows * np.sin(angle)).astype(int) + diagonal
        votes[:, k] = np.bincount(rho, minlength=2 * diagonal + 1)
    return votes, diagonal


def strongest(votes, count, suppress):
    votes = votes.copy()
    found = np.zeros((count, 3), dtype=int)
    for k in range(count):
        i, j = np.unravel_index(np.argmax(votes), votes.shape)
        found[k] = i, j, votes[i, j]
        votes[max(i - suppress, 0):i + suppress + 1, max(j - suppress, 0):j + suppress + 1] = 0
    return found


image = np.zeros((40, 50), dtype=int)
draw_line(image, 5, 5, 5, 45)
draw_line(image, 2, 20, 38, 20)
draw_line(image, 10, 8, 37, 35)
angles = np.arange(-89, 90, 3)
votes, offset = hough(image, angles)
print("pixels", image.sum(), "accumulator", votes.shape, "votes", votes.sum())
for i, j, n in strongest(votes, 3, 4):
    print(f"rho {i - offset:3d} theta {angles[j]:4d} votes {n}")
