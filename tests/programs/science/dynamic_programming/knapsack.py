# COMPARE: exact
"""0/1, unbounded and multi-dimensional knapsacks, with the chosen items."""
import numpy as np


def knapsack(weights, values, capacity):
    n = len(weights)
    table = np.zeros((n + 1, capacity + 1), dtype=np.int64)
    for i in range(1, n + 1):
        w, v = weights[i - 1], values[i - 1]
        table[i] = table[i - 1]
        if w <= capacity:
            take = table[i - 1, :capacity + 1 - w] + v
            table[i, w:] = np.maximum(table[i - 1, w:], take)
    return table


def chosen(table, weights):
    c = table.shape[1] - 1
    picks = np.zeros(len(weights), dtype=bool)
    for i in range(len(weights), 0, -1):
        if table[i, c] != table[i - 1, c]:
            picks[i - 1] = True
            c -= weights[i - 1]
    return picks


def unbounded(weights, values, capacity):
    best = np.zeros(capacity + 1, dtype=np.int64)
    for c in range(1, capacity + 1):
        for w, v in zip(weights, values):
            if w <= c and best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
    return best[-1]


def two_limits(weights, volumes, values, wmax, vmax):
    best = np.zeros((wmax + 1, vmax + 1), dtype=np.int64)
    for w, s, v in zip(weights, volumes, values):
        for a in range(wmax, w - 1, -1):
            for b in range(vmax, s - 1, -1):
                best[a, b] = max(best[a, b], best[a - w, b - s] + v)
    return best[wmax, vmax]


k = np.arange(1, 21)
weights = 3 + (k * 7) % 13
values = 10 + (k * 11) % 17
volumes = 1 + (k * 5) % 7
table = knapsack(weights, values, 60)
picks = chosen(table, weights)
print("best", table[-1, -1], "items", np.flatnonzero(picks))
print("weight", weights[picks].sum(), "value", values[picks].sum())
print("by capacity", table[-1, ::10])
print("unbounded", unbounded(weights, values, 60))
print("two limits", two_limits(weights[:10], volumes[:10], values[:10], 40, 20))
