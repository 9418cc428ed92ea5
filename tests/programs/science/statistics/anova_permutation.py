# COMPARE: rtol 1e-9
import numpy as np


def f_statistic(values, groups, k):
    grand = values.mean()
    between = within = 0.0
    for g in range(k):
        member = values[groups == g]
        between += member.size * (member.mean() - grand) ** 2
        within += ((member - member.mean()) ** 2).sum()
    return (between / (k - 1)) / (within / (values.size - k))


def permutation_test(values, groups, k, rounds):
    observed = f_statistic(values, groups, k)
    larger = 0
    for _ in range(rounds):
        shuffled = values[np.random.permutation(values.size)]
        if f_statistic(shuffled, groups, k) >= observed:
            larger += 1
    return observed, (larger + 1) / (rounds + 1)


def rank(values):
    order = np.argsort(values, kind="stable")
    ranks = np.zeros(values.size)
    i = 0
    while i < values.size:
        j = i
        while j + 1 < values.size and values[order[j + 1]] == values[order[i]]:
            j += 1
        ranks[order[i:j + 1]] = 0.5 * (i + j) + 1.0
        i = j + 1
    return ranks


def kruskal_wallis(values, groups, k):
    r = rank(values)
    n = r.size
    h = 0.0
    for g in range(k):
        h += r[groups == g].sum() ** 2 / np.sum(groups == g)
    return 12.0 / (n * (n + 1)) * h - 3.0 * (n + 1)


def mann_whitney(a, b):
    wins = (a[:, None] > b[None, :]).sum() + 0.5 * (a[:, None] == b[None, :]).sum()
    return wins, wins / (a.size * b.size)


np.random.seed(29)
groups = np.repeat(np.arange(3), 14)
noise = np.random.randn(42)
for name, effect in (("no effect", np.zeros(3)), ("effect", np.array([0.0, 0.4, 1.5]))):
    values = np.round(noise + effect[groups], 1)
    f, p = permutation_test(values, groups, 3, 199)
    print(f"{name}: F {f:.9f} p {p:.4f} H {kruskal_wallis(values, groups, 3):.9f}")
    u, share = mann_whitney(values[groups == 2], values[groups == 0])
    print(f"   third over first: U {u} share {share:.8f}")
print("ranks", rank(np.array([3.0, 1.0, 3.0, 2.0, 1.0, 1.0])))
