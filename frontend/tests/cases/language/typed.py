# stage: typed
import numpy as np


def f(a, n):
    b = a[1:] * n
    m = b.mean()
    return b, m > 0


x = np.zeros((5, 3), dtype=np.float32)
b, positive = f(x, 2)
b2, positive2 = f(np.arange(4), 1.5)
k = 3
t = (k, "s", None)
# ---- expected ----
# def f(a: float32[5, 3], n: int) -> (float32[4, 3], np.bool):
#     6: b: float32[4, 3] (reference)
#     7: m: np.float32
# def f(a: int64[4], n: float) -> (float64[3], np.bool):
#     6: b: float64[3] (reference)
#     7: m: np.float64
# <module>:
#     2: np: numpy
#     5: f: a function
#     11: x: float32[5, 3] (reference)
#     12: b: float32[4, 3] (reference)
#     12: positive: np.bool
#     13: b2: float64[3] (reference)
#     13: positive2: np.bool
#     14: k: int = 3
#     15: t: (int, str, None)
