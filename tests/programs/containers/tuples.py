# COMPARE: exact
import numpy as np
words = ["listen", "silent", "enlist", "google", "elgoog", "abc", "cab"]
groups = {}
for w in words:
    groups.setdefault(tuple(sorted(w)), []).append(w)
for k, v in groups.items():
    print(k[:3], len(k), v)
t = tuple([3, 1, 2] * 2)
xs = list(range(5))
t = tuple(xs)
print(t, t[1], t[-2:], len(t), 3 in t, 9 in t, t.index(3), t.count(1), t + (7, 8), (0,) + t, t * 2, sorted(t, reverse=True), sum(t), max(t))
print(t == (0, 1, 2, 3, 4), t != (0, 1), t < (0, 2), (0, 1, 2, 3, 4) == t, tuple(x for x in xs if x > 9), tuple([x for x in xs if x > 3]))
for a in t:
    print(a, end=" ")
print()
seen = set()
for i in range(6):
    seen.add(tuple(j % 2 for j in range(i % 3 + 1)))
print(len(seen), (0, 1) in seen, (1, 1) in seen, sorted(seen))
d = {tuple(xs[:k]): k for k in range(3)}
print(d, d[()], d[(0,)], d.get((0, 1), -1), d.get((5,), -1))
fs = frozenset([3, 1, 2, 3])
print(fs, len(fs), 2 in fs, fs == frozenset({1, 2, 3}), sorted(fs), fs | frozenset([9]), fs & frozenset([1, 7]))
cover = {frozenset([1, 2]): "a", frozenset([3]): "b"}
print(cover[frozenset([2, 1])], frozenset([4]) in cover, frozenset())
nested = [tuple(row) for row in [[1, 2], [3, 4, 5]]]
print(nested, set(nested) == {(1, 2), (3, 4, 5)}, np.array(tuple(xs)) * 2)
def state(board):
    return tuple(tuple(r) for r in board)
board = [[0, 1], [1, 0]]
visited = {state(board)}
board[0][0] = 1
print(state(board) in visited, state([[0, 1], [1, 0]]) in visited, state(board))
a, b, c = tuple([1, 2, 3])
print(a, b, c, *t)
print("%d-%d" % (a, b), str(t), f"{t}")
