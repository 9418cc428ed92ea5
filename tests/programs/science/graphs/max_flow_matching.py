# COMPARE: exact
"""Edmonds-Karp on a capacity matrix, and a bipartite matching through it."""
import numpy as np


def find_path(residual, source, sink, parent):
    n = residual.shape[0]
    parent[:] = -1
    parent[source] = source
    queue = np.zeros(n, dtype=int)
    queue[0] = source
    head, tail = 0, 1
    while head < tail:
        u = queue[head]
        head += 1
        for v in np.flatnonzero((residual[u] > 0) & (parent < 0)):
            parent[v] = u
            if v == sink:
                return True
            queue[tail] = v
            tail += 1
    return False


def max_flow(capacity, source, sink):
    residual = capacity.copy()
    parent = np.zeros(len(capacity), dtype=int)
    total = 0
    rounds = 0
    while find_path(residual, source, sink, parent):
        push = 10 ** 9
        v = sink
        while v != source:
            push = min(push, residual[parent[v], v])
            v = parent[v]
        v = sink
        while v != source:
            residual[parent[v], v] -= push
            residual[v, parent[v]] += push
            v = parent[v]
        total += push
        rounds += 1
    return total, rounds, residual, parent >= 0


n = 14
i, j = np.arange(n)[:, None], np.arange(n)[None, :]
capacity = np.where((i < j) & (j - i < 5), (3 * i + 5 * j) % 13, 0)
total, rounds, residual, side = max_flow(capacity, 0, n - 1)
cut = capacity[side][:, ~side].sum()
print("flow", total, "rounds", rounds, "cut", cut, "equal:", total == cut)
flow = np.maximum(capacity - residual, 0)
balance = flow.sum(axis=1) - flow.sum(axis=0)
print("balance", balance)

workers, jobs = 9, 9
able = (np.arange(workers)[:, None] * 4 + np.arange(jobs) * 3) % 5 < 2
network = np.zeros((workers + jobs + 2, workers + jobs + 2), dtype=int)
network[0, 1:workers + 1] = 1
network[1:workers + 1, workers + 1:-1] = able
network[workers + 1:-1, -1] = 1
pairs, _, residual, _ = max_flow(network, 0, workers + jobs + 1)
match = np.argwhere(residual[workers + 1:-1, 1:workers + 1] == 1)
print("matched", pairs, "of", workers)
print("valid:", bool(able[match[:, 1], match[:, 0]].all()), match.shape)
