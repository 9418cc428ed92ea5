# COMPARE: exact
"""Site percolation: how often does an open path join the top to the bottom?"""
import numpy as np



def random_grid(n, p, state):
    grid = np.zeros((n, n), dtype=bool)
    for i in range(n):
        for j in range(n):
            state = (1664525 * state + 1013904223) % 4294967296
            grid[i, j] = state < p * 4294967296
    return grid, state


def flow(open_sites):
    wet = np.zeros_like(open_sites)
    wet[0] = open_sites[0]
    steps = 0
    while True:
        spread = wet.copy()
        spread[1:] |= wet[:-1]
        spread[:-1] |= wet[1:]
        spread[:, 1:] |= wet[:, :-1]
        spread[:, :-1] |= wet[:, 1:]
        spread &= open_sites
        if np.array_equal(spread, wet):
            return wet, steps
        wet = spread
        steps += 1


def experiment(n, p, trials, state):
    crossed = 0
    wet_cells = 0
    longest = 0
    for _ in range(trials):
        grid, state = random_grid(n, p, state)
        wet, steps = flow(grid)
        crossed += int(wet[-1].any())
        wet_cells += int(np.count_nonzero(wet))
        longest = max(longest, steps)
    return crossed, wet_cells, longest, state


state = 20240229
for percent in (45, 55, 60, 65, 75):
    crossed, cells, longest, state = experiment(20, percent / 100, 12, state)
    print(f"p = 0.{percent}: crossed {crossed:2d} of 12, wet cells {cells}, longest flow {longest}")
print("final state", state)
