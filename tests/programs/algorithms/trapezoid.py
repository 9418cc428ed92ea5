# COMPARE: rtol 1e-12
import math

import numpy as np


def integrate(a: float, b: float, n: int) -> float:
    x = np.linspace(a, b, n + 1)
    y = np.sin(x) * np.exp(-x)
    h = (b - a) / n
    return h * (y.sum() - 0.5 * (y[0] + y[-1]))


exact = 0.5 * (1 - math.exp(-math.pi) * (math.sin(math.pi) + math.cos(math.pi)))
for n in range(1, 5):
    value = integrate(0.0, math.pi, 10 ** n)
    print(10 ** n, value, value - exact < 1e-2)
