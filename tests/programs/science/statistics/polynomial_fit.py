# COMPARE: rtol 1e-7
import numpy as np


def derivative(p):
    n = len(p) - 1
    return [c * (n - k) for k, c in enumerate(p[:-1])]


def horner(p, x):
    total = 0.0
    for c in p:
        total = total * x + c
    return total


def newton_root(f, df, x, tol=1e-12):
    for _ in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < tol:
            return x
    raise ValueError("no root")


x = np.linspace(-2, 2, 25)
y = 1.5 * x ** 3 - 2.0 * x + 0.5 + 0.05 * np.cos(9 * x)
p = np.polyfit(x, y, 3)
print("fit", np.round(p, 8))
print("value", np.polyval(p, 1.0), horner(p, 1.0))
dp = derivative(p)
roots = sorted(newton_root(lambda t: horner(p, t), lambda t: horner(dp, t), s) for s in (-1.3, 0.3, 1.2))
print([f"{r:.8f}" for r in roots])
print(f"area {np.trapezoid(y, x):.10f}")
table = np.zeros((5, 5))
table[:, 0] = [np.sin(k) for k in range(5)]
for j in range(1, 5):
    for i in range(5 - j):
        table[i, j] = (table[i + 1, j - 1] - table[i, j - 1]) / j
print("divided differences", table[0])
