# COMPARE: exact
# ARGS: 64 30
import sys

import numpy as np


def neighbours(grid):
    padded = np.zeros((grid.shape[0] + 2, grid.shape[1] + 2), dtype=np.int64)
    padded[1:-1, 1:-1] = grid
    return (padded[:-2, :-2] + padded[:-2, 1:-1] + padded[:-2, 2:] + padded[1:-1, :-2] + padded[1:-1, 2:]
            + padded[2:, :-2] + padded[2:, 1:-1] + padded[2:, 2:])


n = int(sys.argv[1])
np.random.seed(5)
grid = (np.random.rand(n, n) < 0.35).astype(np.int64)
for _ in range(int(sys.argv[2])):
    count = neighbours(grid)
    grid = ((count == 3) | ((grid == 1) & (count == 2))).astype(np.int64)
print("alive:", grid.sum())
print(grid[:8, :8])
