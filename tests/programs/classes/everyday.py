# COMPARE: exact
import numpy as np
import time
from typing import Callable, Sequence, Iterable, Union, Any

Vector = np.ndarray
Func = Callable[[float], float]

def bisect(f: Func, a: float, b: float, tol: float = 1e-10, maxiter: int = 200) -> float:
    fa, fb = f(a), f(b)
    if fa * fb > 0:
        raise ValueError(f"no sign change on [{a}, {b}]")
    for it in range(maxiter):
        c = (a + b) / 2
        fc = f(c)
        if abs(fc) < tol or (b - a) / 2 < tol:
            return c
        if fa * fc < 0:
            b, fb = c, fc
        else:
            a, fa = c, fc
    raise RuntimeError("did not converge")

class Timer:
    def __init__(self, label): self.label = label; self.elapsed = None
    def __enter__(self):
        self.t0 = time.perf_counter(); return self
    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.t0
        return False

with Timer("solve") as t:
    print(round(bisect(lambda x: x ** 3 - 2, 0, 2), 8))
print(t.label, t.elapsed >= 0)
try:
    bisect(lambda x: x * x + 1, -1, 1)
except ValueError as err:
    print(err)
finally:
    print("finally")

def trapezoid(f, a, b, n=100, *, rule="trap"):
    x, h = np.linspace(a, b, n + 1, retstep=True)
    y = f(x)
    weights = {"trap": lambda k: 0.5 if k in (0, n) else 1.0,
               "simpson": lambda k: (1 if k in (0, n) else 4 if k % 2 else 2) / 3}[rule]
    w = np.array([weights(k) for k in range(n + 1)])
    return h * (w @ y)

print(f"{trapezoid(np.sin, 0, np.pi):.8f} {trapezoid(np.sin, 0, np.pi, rule='simpson'):.10f}")

def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return wrapper

@memo
def catalan(n):
    return 1 if n == 0 else sum(catalan(i) * catalan(n - 1 - i) for i in range(n))
print([catalan(i) for i in range(12)])

def stats(*data, ddof=0, **opts):
    a = np.asarray(data, dtype=float)
    out = {"mean": a.mean(), "std": a.std(ddof=ddof)}
    if opts.get("extra"):
        out["range"] = a.max() - a.min()
    return out
print(stats(1, 2, 3, 4), stats(2, 4, ddof=1, extra=True))

words = "it was the best of times it was the worst of times".split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
top = sorted(freq, key=lambda w: (-freq[w], w))[:3]
print(top, {w: n for w, n in freq.items() if n > 1})
print({len(w) for w in words}, sorted(set(words), key=lambda w: (len(w), w))[-1])
inv = {}
for k, v in freq.items():
    inv.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in sorted(inv.items())})
matrix = [[i * j for j in range(4)] for i in range(3)]
print([row[::-1] for row in matrix], [list(col) for col in zip(*matrix)])
try:
    matrix[5][0]
except IndexError as e:
    print("IndexError", e)
try:
    int("x1")
except ValueError as e:
    print(e)
try:
    {}["k"]
except KeyError as e:
    print("KeyError", e)
try:
    [1, 2].index(9)
except ValueError as e:
    print(e)
print("a,b;c".replace(";", ",").split(","), "x".join("abc"), "%s-%d" % ("k", 3), f"{'left':<8}|{'right':>8}|{3.14159:8.2f}|")
