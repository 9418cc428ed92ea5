# COMPARE: exact
import numpy as np


def carve(h, w, seed):
    """A binary-tree maze: cells at odd places, walls between them."""
    maze = np.ones((2 * h + 1, 2 * w + 1), dtype=np.int8)
    maze[1::2, 1::2] = 0
    state = seed
    for i in range(h):
        for j in range(w):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            north = (state >> 12) & 1 == 0
            if i > 0 and (north or j == 0):
                maze[2 * i, 2 * j + 1] = 0
            elif j > 0:
                maze[2 * i + 1, 2 * j] = 0
    return maze


def distances(maze, row, col):
    h, w = maze.shape
    dist = np.full((h, w), -1)
    queue = np.zeros((h * w, 2), dtype=np.int64)
    head, tail = 0, 1
    queue[0] = row, col
    dist[row, col] = 0
    while head < tail:
        i, j = queue[head]
        head += 1
        for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            ni, nj = i + di, j + dj
            if maze[ni, nj] == 0 and dist[ni, nj] < 0:
                dist[ni, nj] = dist[i, j] + 1
                queue[tail] = ni, nj
                tail += 1
    return dist, tail


def trace_back(dist, row, col):
    path = np.zeros(dist.shape, dtype=bool)
    path[row, col] = True
    while dist[row, col] > 0:
        for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if dist[row + di, col + dj] == dist[row, col] - 1:
                row += di
                col += dj
                break
        path[row, col] = True
    return path


maze = carve(8, 14, 2025)
dist, reached = distances(maze, 1, 1)
print("open cells", np.sum(maze == 0), "reached", reached)
print("farthest", dist.max(), "at", np.argwhere(dist == dist.max())[0])
path = trace_back(dist, 15, 27)
print("path length", path.sum() - 1, "distance", dist[15, 27])
for i in range(maze.shape[0]):
    line = ""
    for j in range(maze.shape[1]):
        if path[i, j]:
            line += "o"
        else:
            line += "#" if maze[i, j] else " "
    print(line)
