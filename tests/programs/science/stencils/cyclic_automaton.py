# COMPARE: exact
"""Two cellular automata: elementary rules and the cyclic automaton."""
import numpy as np


def rule_table(number):
    table = np.zeros(8, dtype=np.uint8)
    for bit in range(8):
        table[bit] = (number >> bit) & 1
    return table


def evolve(number, width, rows):
    table = rule_table(number)
    history = np.zeros((rows, width), dtype=np.uint8)
    history[0, width // 2] = 1
    for t in range(1, rows):
        now = history[t - 1].astype(np.int64)
        index = 4 * np.roll(now, 1) + 2 * now + np.roll(now, -1)
        history[t] = table[index]
    return history


def cyclic_step(state, colours, threshold):
    nxt = (state + 1) % colours
    votes = np.zeros_like(state)
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        votes += np.roll(state, shift, axis=axis) == nxt
    return np.where(votes >= threshold, nxt, state)


def random_grid(shape, colours, seed):
    grid = np.empty(shape, dtype=np.int64)
    x = seed
    for i in range(shape[0]):
        for j in range(shape[1]):
            x = (1103515245 * x + 12345) % 2147483648
            grid[i, j] = (x >> 16) % colours
    return grid


for number in (30, 90, 110):
    history = evolve(number, 63, 30)
    print("rule", number, "living", history.sum(), "last row", "".join([str(c) for c in history[-1, 20:44]]))

grid = random_grid((20, 24), 5, 42)
for generation in range(31):
    if generation % 10 == 0:
        print("generation", generation, "colours", np.bincount(grid.ravel(), minlength=5))
    grid = cyclic_step(grid, 5, 1)
print(grid[:3])
