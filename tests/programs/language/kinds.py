# COMPARE: exact
"""Types as values, and what values are."""
import numpy as np

for v in (3, 2.5, "s", True, None, (1, 2)):
    print(type(v).__name__, isinstance(v, int), isinstance(v, (float, str)), type(v) is int, type(v) == bool)
print(type(3), type("s"), type(None))
x = np.float64(2.5)
print(isinstance(x, float), isinstance(x, np.floating), type(x) is np.float64, type(x).__name__)
a = np.zeros(3)
print(isinstance(a, np.ndarray), type(a) is np.ndarray, hasattr(a, "shape"), hasattr(3, "shape"), getattr(a, "ndim"))
print(isinstance(np.int64(3), np.integer), isinstance(3, np.integer), isinstance(1, object))


def half(n):
    return n // 2 if n % 2 == 0 else n / 2


for n in (4, 5):
    h = half(n)
    print(h, isinstance(h, int), isinstance(h, float), type(h).__name__, type(h) is float)


def describe(v):
    if isinstance(v, (list, tuple)):
        return "sequence"
    if isinstance(v, bool):
        return "bool"
    if isinstance(v, (int, float)):
        return "number"
    if v is None:
        return "none"
    return "other"


print(describe([1]), describe(()), describe(False), describe(2.5), describe(None), describe("x"))
print((5).bit_length(), (-255).bit_length(), (7).bit_count(), (0.5).is_integer(), int.__name__)
