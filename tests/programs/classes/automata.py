# COMPARE: exact
"""Cellular automata, strings of bits and sets of cells."""
import numpy as np
from collections import Counter

def rule_table(n):
    return {(a, b, c): (n >> (a * 4 + b * 2 + c)) & 1 for a in (0, 1) for b in (0, 1) for c in (0, 1)}

def evolve(cells, table, steps):
    rows = ["".join(".#"[c] for c in cells)]
    for _ in range(steps):
        n = len(cells)
        cells = [table[cells[i - 1], cells[i], cells[(i + 1) % n]] for i in range(n)]
        rows.append("".join(".#"[c] for c in cells))
    return rows

start = [0] * 31
start[15] = 1
for row in evolve(start, rule_table(90), 7):
    print(row)

Cell = tuple[int, int]

def life(alive: set, steps: int) -> set:
    for _ in range(steps):
        counts = Counter((x + dx, y + dy) for x, y in alive for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
        alive = {c for c, n in counts.items() if n == 3 or (n == 2 and c in alive)}
    return alive

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
after = life(glider, 8)
print(sorted(after), len(after))

def bounds(cells):
    xs, ys = zip(*cells)
    return min(xs), max(xs), min(ys), max(ys)
print(bounds(after))
x0, x1, y0, y1 = bounds(after)
for yy in range(y0, y1 + 1):
    print("".join("#" if (xx, yy) in after else "." for xx in range(x0, x1 + 1)))

board = np.zeros((8, 8), dtype=int)
for (r, c) in [(1, 2), (2, 3), (3, 1), (3, 2), (3, 3)]:
    board[r, c] = 1
def step(b):
    n = sum(np.roll(np.roll(b, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
    return ((n == 3) | ((b == 1) & (n == 2))).astype(int)
for _ in range(4):
    board = step(board)
print("\n".join("".join("#" if v else "." for v in row) for row in board))
print(board.sum(), np.argwhere(board).tolist())
