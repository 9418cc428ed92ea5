# COMPARE: exact
import numpy as np

xs = []
for i in range(5):
    xs.append(i * i)
print(xs, len(xs), xs[0], xs[-1])
xs.insert(1, 100)
xs.extend([7, 8])
print(xs, xs.pop(), xs.pop(0), xs)
xs.remove(100)
print(xs, xs.index(9), xs.count(4), 9 in xs, 10 in xs)
xs.sort(reverse=True)
print(xs)
xs.reverse()
print(xs, xs[1:3], xs[::-1], xs[-2:])
xs[1:3] = [50, 60, 70]
print(xs)
del xs[0]
del xs[1:2]
print(xs, sum(xs), min(xs), max(xs), sorted(xs), any(xs), all(xs))
ys = xs
ys.append(3)
print(xs is ys, xs == ys, xs, xs + [1], [0] + xs, xs * 2)
zs = xs.copy()
zs.clear()
print(zs, xs, bool(zs), bool(xs))
xs += [11, 12]
print(ys)


def fill(out, n):
    for k in range(n):
        out.append(k + 0.5)


fl = []
fill(fl, 4)
print(fl, sum(fl), np.array(fl), np.mean(np.array(fl)))

grid = [[0] * 3 for _ in range(len(fl))]
grid[1][2] = 5
grid[-1][0] += 2
print(grid, len(grid), grid[1])
total = 0
for row in grid:
    for cell in row:
        total += cell
print(total)
for at, row in enumerate(grid):
    print(at, row)
for a, b in zip(fl, grid):
    print(a, b)
for x in reversed(fl):
    print(x)
names = ["b", "a"]
names.append("c")
print(names, sorted(names), ",".join(names))
pairs = [(3, "x"), (1, "y")]
pairs.append((2, "z"))
pairs.sort()
print(pairs, pairs[0][1])
for number, letter in pairs:
    print(number, letter)
m = np.array([[1.0, 2.0], [3.0, 4.0]])
rows = []
for r in m:
    rows.append(r * 2)
rows[0][0] = -1.0
print(rows, len(rows))
print(np.array(rows).sum())
words = "the quick brown fox".split()
words.append("jumps")
print(words, len(words))
stack = [1]
while stack:
    top = stack.pop()
    if top < 6:
        stack.append(top + 2)
        stack.append(top + 3)
    print(top, end=" ")
print()
mixed = [1, 2.5]
mixed.append(3)
print(mixed, mixed[0] + mixed[1])
flags = [True, False]
flags.append(True)
print(flags, sum(flags))
n = int(m[0, 1]) + 3
buf = [0.0] * n
for i in range(n):
    buf[i] = i / 2
print(buf, list(range(n)), [i for i in range(n) if i % 2 == 0])
print([a + b for a in range(2) for b in range(n)], [[j for j in range(i)] for i in range(4)])
opt = [1, None, 3]
opt.append(None)
print(opt, len(opt))
