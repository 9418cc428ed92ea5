# COMPARE: exact
import numpy as np


def grid_edges(rows, cols, blocked):
    ids = np.arange(rows * cols).reshape(rows, cols)
    across = np.stack((ids[:, :-1].ravel(), ids[:, 1:].ravel()), axis=1)
    down = np.stack((ids[:-1, :].ravel(), ids[1:, :].ravel()), axis=1)
    edges = np.concatenate((across, down))
    keep = ~(blocked[edges[:, 0]] | blocked[edges[:, 1]])
    return edges[keep]


def to_csr(n, edges):
    both = np.concatenate((edges, edges[:, ::-1]))
    order = np.argsort(both[:, 0], kind="stable")
    both = both[order]
    degree = np.bincount(both[:, 0], minlength=n)
    indptr = np.zeros(n + 1, dtype=np.int64)
    indptr[1:] = np.cumsum(degree)
    return indptr, both[:, 1]


def bfs(indptr, indices, source):
    n = len(indptr) - 1
    level = np.full(n, -1)
    parent = np.full(n, -1)
    queue = np.empty(n, dtype=np.int64)
    queue[0] = source
    level[source] = 0
    head, tail = 0, 1
    while head < tail:
        u = queue[head]
        head += 1
        for v in indices[indptr[u]:indptr[u + 1]]:
            if level[v] == -1:
                level[v] = level[u] + 1
                parent[v] = u
                queue[tail] = v
                tail += 1
    return level, parent


def path_length(parent, node):
    steps = 0
    while parent[node] != -1:
        node = parent[node]
        steps += 1
    return steps


rows, cols = 12, 17
blocked = np.zeros(rows * cols, dtype=bool)
blocked[3 * cols + 2:4 * cols] = True
blocked[7 * cols:8 * cols - 2] = True
edges = grid_edges(rows, cols, blocked)
indptr, indices = to_csr(rows * cols, edges)
level, parent = bfs(indptr, indices, 0)
print("edges", len(edges), "entries", indices.size, "degrees", np.bincount(np.diff(indptr)))
print("reached", np.count_nonzero(level >= 0), "deepest", level.max())
print("nodes per level", np.bincount(level[level >= 0])[:20])
print("corner", level[-1], path_length(parent, rows * cols - 1))
print(level.reshape(rows, cols)[::4])
