# COMPARE: exact
"""Counting problems: coins, partitions, stairs, grid paths, Catalan, subset sums."""
import numpy as np


def fewest_coins(coins, amount):
    best = np.full(amount + 1, amount + 1)
    last = np.full(amount + 1, -1)
    best[0] = 0
    for a in range(1, amount + 1):
        for c in coins:
            if c <= a and best[a - c] + 1 < best[a]:
                best[a] = best[a - c] + 1
                last[a] = c
    if best[amount] > amount:
        return -1, np.zeros(0, dtype=np.int64)
    used = np.zeros(best[amount], dtype=np.int64)
    k = 0
    while amount > 0:
        used[k] = last[amount]
        amount -= last[amount]
        k += 1
    return k, used


def ways(coins, amount):
    count = np.zeros(amount + 1, dtype=np.int64)
    count[0] = 1
    for c in coins:
        for a in range(c, amount + 1):
            count[a] += count[a - c]
    return count[amount]


def partitions(n):
    return ways(np.arange(1, n + 1), n)


def grid_paths(blocked):
    paths = np.zeros(blocked.shape, dtype=np.int64)
    paths[0] = ~np.cumsum(blocked[0]).astype(bool)
    paths[:, 0] = np.cumprod(~blocked[:, 0])
    for i in range(1, blocked.shape[0]):
        for j in range(1, blocked.shape[1]):
            paths[i, j] = 0 if blocked[i, j] else paths[i - 1, j] + paths[i, j - 1]
    return paths


def catalan(n):
    c = np.zeros(n + 1, dtype=np.int64)
    c[0] = 1
    for k in range(1, n + 1):
        c[k] = np.dot(c[:k], c[:k][::-1])
    return c


def subset_sums(values):
    reach = np.zeros(values.sum() + 1, dtype=bool)
    reach[0] = True
    for v in values:
        reach[v:] |= reach[:-v].copy()
    return reach


print(fewest_coins((1, 7, 10, 25), 63))
print(fewest_coins((5, 10), 12)[0])
for amount in (10, 50, 100):
    print("ways to pay", amount, "are", ways((1, 5, 10, 25, 50), amount))
print("partitions of 30:", partitions(30))
blocked = np.zeros((8, 9), dtype=bool)
blocked[3, 2:6] = True
blocked[6, 0] = True
paths = grid_paths(blocked)
print("paths", paths[-1, -1], paths[:, -1])
print("catalan", catalan(14))
reach = subset_sums(np.array([3, 34, 4, 12, 5, 2]))
print("sums", reach.sum(), "9 possible:", reach[9], "30 possible:", reach[30])
