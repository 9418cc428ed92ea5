"""Lloyd's algorithm on points drawn around a few centres.

Usage: kmeans.py [points] [clusters] [rounds]
"""

import sys

import numpy as np


def make_points(count, clusters):
    centres = 10.0 * np.random.rand(clusters, 2)
    owner = np.random.randint(0, clusters, count)
    return centres[owner] + 0.7 * np.random.randn(count, 2)


def nearest(points, centres):
    offsets = points[:, None, :] - centres[None, :, :]
    return np.argmin((offsets ** 2).sum(axis=2), axis=1)


def move(points, labels, centres):
    moved = centres.copy()
    for k in range(len(centres)):
        members = points[labels == k]
        if len(members) > 0:
            moved[k] = members.mean(axis=0)
    return moved


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    clusters = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 30

    np.random.seed(7)
    points = make_points(count, clusters)
    centres = points[:clusters].copy()

    for done in range(rounds):
        labels = nearest(points, centres)
        moved = move(points, labels, centres)
        shift = np.abs(moved - centres).max()
        centres = moved
        if shift < 1e-6:
            print(f"settled after {done + 1} rounds")
            break

    labels = nearest(points, centres)
    spread = np.sqrt(((points - centres[labels]) ** 2).sum(axis=1)).mean()
    for k in range(clusters):
        print(f"cluster {k}: {np.sum(labels == k):7d} points around ({centres[k, 0]:.4f}, {centres[k, 1]:.4f})")
    print(f"mean distance to the centre: {spread:.6f}")


if __name__ == "__main__":
    main()
