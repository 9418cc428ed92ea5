# COMPARE: exact
import copy
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(r) for r in matrix], sum(map(sum, matrix)))
flat = [x for row in matrix for x in row if x % 2]
print(flat, list(reversed(flat)), flat.index(3), flat * 2)
def quicksort(a):
    if len(a) <= 1:
        return a
    p = a[len(a) // 2]
    return quicksort([x for x in a if x < p]) + [x for x in a if x == p] + quicksort([x for x in a if x > p])
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
def merge_sort(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    l, r = merge_sort(a[:m]), merge_sort(a[m:])
    out, i, j = [], 0, 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]:
            out.append(l[i]); i += 1
        else:
            out.append(r[j]); j += 1
    return out + l[i:] + r[j:]
print(merge_sort([5, 2, 4, 7, 1, 3, 2, 6]))
def permutations(a):
    if not a:
        return [[]]
    out = []
    for i in range(len(a)):
        for p in permutations(a[:i] + a[i + 1:]):
            out.append([a[i]] + p)
    return out
print(permutations([1, 2, 3]))
def subsets(a):
    out = [[]]
    for x in a:
        out += [s + [x] for s in out]
    return out
print(subsets([1, 2, 3]), len(subsets(list(range(6)))))
def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i, p in enumerate(sieve) if p]
print(primes(50))
a = [1, 2, 3]
b = a
c = a[:]
d = copy.deepcopy(matrix)
b.append(4)
c.append(5)
matrix[0][0] = 99
print(a, b, c, d[0][0], a is b, a is c, a == [1, 2, 3, 4])
def nqueens(n):
    count = 0
    cols, d1, d2 = set(), set(), set()
    def place(r):
        nonlocal count
        if r == n:
            count += 1
            return
        for c in range(n):
            if c in cols or r + c in d1 or r - c in d2:
                continue
            cols.add(c); d1.add(r + c); d2.add(r - c)
            place(r + 1)
            cols.remove(c); d1.remove(r + c); d2.remove(r - c)
    place(0)
    return count
print([nqueens(i) for i in range(1, 7)])
grid = ["..#.", ".#..", "...."]
cells = [(r, c) for r, row in enumerate(grid) for c, ch in enumerate(row) if ch == "#"]
print(cells, len(grid), max(cells), min(cells, key=lambda p: p[1]))
def lcs(x, y):
    dp = [[0] * (len(y) + 1) for _ in range(len(x) + 1)]
    for i in range(len(x)):
        for j in range(len(y)):
            dp[i + 1][j + 1] = dp[i][j] + 1 if x[i] == y[j] else max(dp[i][j + 1], dp[i + 1][j])
    out = []
    i, j = len(x), len(y)
    while i and j:
        if x[i - 1] == y[j - 1]:
            out.append(x[i - 1]); i -= 1; j -= 1
        elif dp[i - 1][j] >= dp[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))
print(lcs("AGGTAB", "GXTXAYB"))
rows = [("bob", 25), ("al", 30), ("cy", 25)]
rows.sort(key=lambda r: (r[1], r[0]))
print(rows, [n for n, _ in rows], dict(rows), list(zip(*rows)))
