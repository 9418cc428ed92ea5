# COMPARE: exact
import numpy as np


def cond(flag):
    if flag:
        xs = [1, 2]
    else:
        xs = [3]
    return xs


print(cond(True), cond(False))


def acc(n):
    out = []
    for i in range(n):
        if i % 2 == 0:
            out = out + [i]
    return out


print(acc(7))


def nested(n):
    table = [[None] * n for _ in range(n)]
    table[0][0] = 5
    return table


print(nested(2))


def pick(xs, key=0):
    return xs[key]


print(pick([10, 20, 30], 2), pick(["a", "b"]), pick((1, 2)))


def total(d):
    s = 0
    for k in d:
        s += d[k]
    return s


print(total({"a": 1, "b": 2}), total({1: 2.5}))


def swap(xs, i, j):
    xs[i], xs[j] = xs[j], xs[i]


v = [1, 2, 3]
swap(v, 0, 2)
print(v)


def heap_sort(a):
    n = len(a)
    for i in range(n // 2 - 1, -1, -1):
        sift(a, n, i)
    for i in range(n - 1, 0, -1):
        a[0], a[i] = a[i], a[0]
        sift(a, i, 0)
    return a


def sift(a, n, i):
    while True:
        big = i
        left, right = 2 * i + 1, 2 * i + 2
        if left < n and a[left] > a[big]:
            big = left
        if right < n and a[right] > a[big]:
            big = right
        if big == i:
            return
        a[i], a[big] = a[big], a[i]
        i = big


print(heap_sort([5, 2, 9, 1, 7, 3]))
print(heap_sort([0.5, -1.0, 2.5]))
xs = list(np.arange(4))
print(xs, xs[0] + 1)
ys = [float(x) for x in np.linspace(0, 1, 3)]
ys.append(2.0)
print(ys, np.array(ys) * 2, np.sum(ys), np.mean(ys), np.max(ys))
zs = []
for i in range(3):
    zs.append([i, i + 0.5])
print(zs, np.array(zs).shape)
q = [(0, 0)]
seen = {(0, 0)}
steps = 0
while q:
    nxt = []
    for x, y in q:
        for dx, dy in [(0, 1), (1, 0)]:
            p = (x + dx, y + dy)
            if p not in seen and p[0] < 3 and p[1] < 3:
                seen.add(p)
                nxt.append(p)
    q = nxt
    steps += 1
print(steps, len(seen), sorted(seen))
a, b, *rest = [1, 2, 3, 4]
print(a, b, rest)
m = {}
m["list"] = [1]
m["list"].extend(range(3))
print(m)
text = []
for i in range(3):
    text.append(f"{i}:{i * i}")
print("; ".join(text), text[1].split(":"))
lookup = [("a", 1), ("b", 2)]
for name, value in lookup:
    print(name, value)
print(dict(lookup)["b"], [n for n, _ in lookup], max(lookup, key=None) if False else max(lookup))
mat = [[1, 2], [3, 4]]
mat[0], mat[1] = mat[1], mat[0]
mat[0][0] *= 10
print(mat, [sum(r) for r in mat], sum([sum(r) for r in mat]))
counts = [0] * 3
for c in "abcab":
    counts[ord(c) - ord("a")] += 1
print(counts)
prev, cur = [1], [1, 1]
for _ in range(3):
    prev, cur = cur, [1] + [cur[i] + cur[i + 1] for i in range(len(cur) - 1)] + [1]
print(prev, cur)
w = [1.5] * 3
w2 = w[:]
w2[0] = 9.0
print(w, w2, w == w2, w is w2)
