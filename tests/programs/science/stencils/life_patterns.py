# COMPARE: exact
import numpy as np


def neighbours(world):
    total = np.zeros(world.shape, dtype=np.int64)
    for di in (-1, 0, 1):
        for dj in (-1, 0, 1):
            if di == 0 and dj == 0:
                continue
            total += np.roll(np.roll(world, di, axis=0), dj, axis=1)
    return total


def step(world):
    n = neighbours(world)
    return ((n == 3) | ((world == 1) & (n == 2))).astype(np.int64)


def place(world, pattern, row, col):
    h, w = pattern.shape
    world[row:row + h, col:col + w] = pattern


def show(world):
    for row in world:
        line = ""
        for cell in row:
            line += "#" if cell else "."
        print(line)


glider = np.array([[0, 1, 0], [0, 0, 1], [1, 1, 1]])
blinker = np.ones((1, 3), dtype=np.int64)
r_pentomino = np.array([[0, 1, 1], [1, 1, 0], [0, 1, 0]])

world = np.zeros((16, 24), dtype=np.int64)
place(world, glider, 1, 1)
place(world, blinker, 12, 3)
place(world, r_pentomino, 6, 15)
start = world.copy()
for generation in range(41):
    if generation % 10 == 0:
        rows, cols = np.nonzero(world)
        print(f"generation {generation}: {world.sum()} alive, rows {rows.min()}..{rows.max()}, cols {cols.min()}..{cols.max()}")
    world = step(world)
show(world)

alone = np.zeros((8, 8), dtype=np.int64)
place(alone, glider, 2, 2)
moved = alone
for _ in range(4):
    moved = step(moved)
print("glider moved:", np.array_equal(np.roll(alone, (1, 1), axis=(0, 1)), moved))
print("world changed:", not np.array_equal(start, world))
