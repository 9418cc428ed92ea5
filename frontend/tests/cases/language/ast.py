# stage: ast
import numpy as np
from math import sqrt as root


def f(a: int, b=2, *, c=None) -> float:
    if a > b and not c:
        return -a ** 2
    elif a in (1, 2):
        a += 1
    while True:
        break
    for i, x in enumerate([1, 2]):
        print(f"{x:>{b}}", a[1:, ::2, None, ...], sep="")
    else:
        pass
    return (x := a) if b else root(1.5)
# ---- expected ----
# import numpy as np
# import math.sqrt as root
# def f(a: int, b = 2, *, c = None) -> float:
#     if ((a > b) and (not c)):
#         return (-(a ** 2))
#     else:
#         if (a in (1, 2)):
#             a += 1
#     while True:
#         break
#     for (i, x) in enumerate([1, 2]):
#         print(f"{x:>{b}}", a[(1:, ::2, None, ...)], sep="")
#     else:
#         pass
#     return ((x := a) if b else root(1.5))
