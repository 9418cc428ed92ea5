# COMPARE: exact
import numpy as np


def chain_order(dims):
    n = len(dims) - 1
    cost = np.zeros((n, n), dtype=np.int64)
    split = np.zeros((n, n), dtype=np.int64)
    for span in range(1, n):
        for i in range(n - span):
            j = i + span
            k = np.arange(i, j)
            total = cost[i, i:j] + cost[i + 1:j + 1, j] + dims[i] * dims[k + 1] * dims[j + 1]
            at = total.argmin()
            cost[i, j] = total[at]
            split[i, j] = i + at
    return cost, split


def parenthesise(split, i, j):
    if i == j:
        return "ABCDEFGHIJKLMNOP"[i]
    k = split[i, j]
    return "(" + parenthesise(split, i, k) + parenthesise(split, k + 1, j) + ")"


def left_to_right(dims):
    total = 0
    for k in range(2, len(dims)):
        total += dims[0] * dims[k - 1] * dims[k]
    return total


def optimal_bst(freq):
    """The cost of the best binary search tree for keys with these frequencies."""
    n = freq.size
    prefix = np.concatenate((np.zeros(1, dtype=freq.dtype), np.cumsum(freq)))
    best = np.zeros((n + 2, n + 1), dtype=np.int64)
    for span in range(1, n + 1):
        for i in range(1, n - span + 2):
            j = i + span - 1
            lowest = 10 ** 12
            for r in range(i, j + 1):
                lowest = min(lowest, best[i, r - 1] + best[r + 1, j])
            best[i, j] = lowest + prefix[j] - prefix[i - 1]
    return best[1, n]


def product(dims, split, i, j, mats):
    if i == j:
        return mats[i, :dims[i], :dims[i + 1]]
    k = split[i, j]
    return product(dims, split, i, k, mats) @ product(dims, split, k + 1, j, mats)


dims = np.array([30, 35, 15, 5, 10, 20, 25, 8])
cost, split = chain_order(dims)
print("best", cost[0, -1], "naive", left_to_right(dims))
print("order", parenthesise(split, 0, len(dims) - 2))
print("costs of the first row", cost[0])
mats = (np.arange(7 * 35 * 35) % 3 - 1).reshape(7, 35, 35)
result = product(dims, split, 0, 6, mats)
print("product", result.shape, result.sum(), result[0])
freq = np.array([4, 2, 6, 3, 9, 1, 5, 7, 2])
print("search tree", optimal_bst(freq))
