# COMPARE: exact
# Elements put in, taken out and added around; medians that keep their axis; results stored in `out`.
import sys

import numpy as np

N = len(sys.argv)

a = np.array([[3, 1, 2], [9, 7, 8]])
print(np.median(a, axis=1, keepdims=True), np.median(a, keepdims=True), np.median(a, axis=0), np.median(a, axis=-1), np.median(a), np.median(a, axis=0, keepdims=True), np.median(a[0], keepdims=True))
a = np.arange(6).reshape(2, 3)
print(np.insert(a, 1, 9), np.insert(a, 1, 9, axis=0), np.insert(a, 1, [7, 8, 9], axis=0), np.insert(a, -1, [7, 8], axis=1), np.insert(a, 3, 5, axis=1), np.insert(a[0], 1, [7, 8, 9]), np.insert(a[0], 0, 2.7), np.insert(np.arange(3.0), N, [1.5, 2]), np.insert(a, 1, [[1, 2, 3], [4, 5, 6]], axis=0), np.insert(a, 1, [[1, 2], [4, 5]], axis=1))
a = np.arange(6).reshape(2, 3)
print(np.delete(a, 1), np.delete(a, 1, axis=0), np.delete(a, -1, axis=1), np.delete(a, [0, 2], axis=1), np.delete(a, [0, -1]), np.delete(a[0], np.array([True, False, True])), np.delete(a[0], []), np.delete(a, N, 1), np.delete(np.arange(5.0), np.array([1, 1, 3])))
a = np.arange(6).reshape(2, 3)
print(np.pad(a, 1), np.pad(a, (1, 2)), np.pad(a, ((0, 1), (2, 0))), np.pad(a, ((1, 1),)), np.pad(a[0], (2, N)), np.pad(a, 1, constant_values=7), np.pad(a[0], 1, mode="constant", constant_values=2.7), np.pad(a, 0))
a = np.arange(6.0).reshape(2, 3)
print(np.pad(a, 1, mode="edge"), np.pad(a, 2, "wrap"), np.pad(a, 1, "reflect"), np.pad(a, 2, "symmetric"), np.pad(a[0], (7, 8), "reflect"), np.pad(a[0], (7, 8), "symmetric"), np.pad(a[0], (7, 8), "wrap"), np.pad(a[0, :1], 3, "reflect"), np.pad(a, ((0, 0), (1, 1)), "edge"))
a = np.arange(6.0)
b = np.pad(a, 0, "edge")
b[0] = 9
print(a, b)
print(np.linspace(-3, 2, 4, dtype=int), np.linspace(1, 3, 4, dtype=np.int32))
print(np.nanprod(np.array([2, 3])), np.nanprod(np.array([2, np.nan])), np.nansum(np.array([[1, np.nan], [2, 3]]), axis=0))
a = np.arange(3.0)
b = np.zeros(3, dtype=np.float32)
np.sqrt(a, out=b)
print(b)
c = np.zeros(3)
print(np.add(a, a, out=c) is c, c)
