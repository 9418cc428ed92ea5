"""NumPy's times for what measure.rs measures; with a file of its output, the ratios."""

import sys
import time

import numpy as np


def best(call):
    call()
    begin, least = time.perf_counter(), float("inf")
    while time.perf_counter() - begin < 0.4:
        start, calls = time.perf_counter(), 0
        while time.perf_counter() - start < 0.002:
            call()
            calls += 1
        least = min(least, (time.perf_counter() - start) / calls)
    return least * 1e9


def random(*shape):
    count = int(np.prod(shape))
    return ((np.arange(count) * 7919 % 10007) / 10007.0 - 0.5).reshape(shape)


def calls(name, n):
    if name in ("spawn", "spawn_into", "sum"):
        a, b = random(n), random(n)
        return {"spawn": lambda: a + b, "sum": a.sum, "spawn_into": lambda: np.add(a, b, out=a)}[name]
    if name.startswith("tall"):
        a, y, w = random(n, 30), random(n), random(30)
        return (lambda: a.T @ y) if name == "tall_turned" else (lambda: a @ w)
    a, b, x = random(n, n), random(n, n), random(n)
    return {"matmul": lambda: a @ b, "matvec": lambda: a @ x, "matvec_turned": lambda: a.T @ x}[name]


for line in open(sys.argv[1]):
    name, n, ours = line.split()
    theirs = best(calls(name, int(n)))
    print(f"{name:14} {n:>9} ours {float(ours):12.0f} ns  numpy {theirs:12.0f} ns  speedup {theirs / float(ours):6.2f}")
