# COMPARE: exact
import numpy as np
# recursion and lists through functions
def permutations(items):
    if len(items) <= 1:
        return [items]
    out = []
    for i in range(len(items)):
        rest = items[:i] + items[i+1:]
        for p in permutations(rest):
            out.append([items[i]] + p)
    return out
print(permutations([1,2,3]))
def sieve(n):
    flags = [True] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return primes
print(sieve(50))
def fib(n, memo={}):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fib(n-1) + fib(n-2)
    return memo[n]
print(fib(50))
cache = {}
def slow(n):
    if n in cache:
        return cache[n]
    r = n if n < 2 else slow(n-1) + slow(n-2)
    cache[n] = r
    return r
print(slow(40), len(cache))
def matmul(a, b):
    n, m, k = len(a), len(b[0]), len(b)
    out = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            s = 0.0
            for t in range(k):
                s += a[i][t] * b[t][j]
            out[i][j] = s
    return out
print(matmul([[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]))
def quicksort(a):
    if len(a) <= 1:
        return a
    p = a[len(a) // 2]
    return quicksort([x for x in a if x < p]) + [x for x in a if x == p] + quicksort([x for x in a if x > p])
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
def bfs(graph, start):
    dist = {start: 0}
    queue = [start]
    for u in queue:
        for v in graph[u]:
            if v not in dist:
                dist[v] = dist[u] + 1
                queue.append(v)
    return dist
print(bfs({'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': []}, 'a'))
lcs = [[0] * 6 for _ in range(5)]
s, t = "abcde"[:4], "bcdea"
for i in range(4):
    for j in range(5):
        lcs[i+1][j+1] = lcs[i][j] + 1 if s[i] == t[j] else max(lcs[i][j+1], lcs[i+1][j])
print(lcs)
hist = [0] * 10
for v in np.array([1, 2, 2, 9]):
    hist[v] += 1
print(hist)
res = []
for k in range(3):
    res.append((k, np.arange(k)))
print(res)
best = None
for name, score in [("a", 1.5), ("b", 3.5)]:
    if best is None or score > best[1]:
        best = (name, score)
print(best)
names = ["x", "y"]
vals = [1.0, 2.0]
table = dict(zip(names, vals))
for k in sorted(table):
    print(f"{k}: {table[k]:.2f}")
a = [1, 2, 3]
b = a
b[0] = 10
print(a, a is b)
def modify(l):
    l[0] = 99
    return l
c = modify(a)
print(a, c is a)
x = [[]] * 3
x[0].append(1)
print(x)
y = [[] for _ in range(3)]
y[0].append(1)
print(y)
words = {}
for w in ["a", "b", "a"]:
    words.setdefault(w, []).append(len(w))
print(words)
e = []
print(e, len(e), e == [], sum(e), list(e))
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [row[1] for row in m])
print([[row[i] for row in m] for i in range(3)])
n = 5
tri = [[1]]
for i in range(1, n):
    prev = tri[-1]
    tri.append([1] + [prev[j] + prev[j+1] for j in range(len(prev)-1)] + [1])
print(tri)
