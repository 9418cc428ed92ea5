# COMPARE: exact
# Functions of scalars called for each item of arrays; masks and starts of reductions; packed bits.
import numpy as np


@np.vectorize
def step(x):
    if x > 2:
        return x * 2
    return -x


def collatz(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def clip_to(low):
    return np.vectorize(lambda x: low if x < low else x)


print(step(np.arange(6)), step(np.array([[1.5, 2.5], [3.5, 0.5]])))
print(np.vectorize(collatz)(np.arange(1, 10)))
lengths = np.vectorize(collatz, otypes=[float])
print(lengths([27, 97]), lengths(np.zeros((0, 2), dtype=int)).shape)
both = np.vectorize(lambda a, b: a + 2 * b)
print(both(np.arange(3)[:, None], np.array([10, 20])), both(1, np.arange(2.0)), both(2, 3))
quotient, rest = np.vectorize(lambda a, b: (a // b, a % b))(np.array([7, 8, 9]), 4)
print(quotient, rest, clip_to(2.0)(np.array([1.0, 3.0])))
print(np.vectorize(lambda x: x > 1)(np.array([0, 2])), step(np.int8(3) * np.ones(2, dtype=np.int8)).dtype)
try:
    print(step(np.zeros(0)))
except ValueError as error:
    print(error)

a = np.arange(12.0).reshape(3, 4)
odd = a % 2 == 1
print(a.sum(where=odd), np.sum(a, axis=0, where=odd), np.sum(a, initial=100.0), np.prod([2, 3], initial=5))
print(np.max(a, where=odd, initial=-1.0), a.min(axis=1, initial=3.5), np.mean(a, axis=1, where=odd))
print(np.any(a > 5, where=odd, axis=1), np.all(a > 0, where=odd), a.max(initial=99))
out = np.zeros(4)
print(np.nansum(np.array([[1.0, np.nan, 3.0, 4.0]]), axis=0, out=out), out)
print(np.nanmean(np.array([[1, 2, 3, 4]]), axis=0, out=out), np.nanmax(np.array([[1.0, np.nan, 0, 2]]), axis=0, out=out), out)
print(np.nansum(np.array([0.5, np.nan]), dtype=np.float32).dtype, np.nanstd(np.array([1.0, np.nan, 3.0]), dtype=np.float32))
buffer = np.full(3, -5.0)
np.sqrt(np.array([4.0, -1.0, 9.0]), where=np.array([True, False, True]), out=buffer)
print(buffer, np.divide(1.0, np.array([2.0, 0.0]), out=np.zeros(2), where=np.array([True, False])))

flags = np.array([[1, 0, 1, 1, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0, 0, 1, 0]], dtype=np.uint8)
packed = np.packbits(flags, axis=1)
print(packed, np.packbits(flags > 0), np.packbits([1, 1], bitorder="little"))
print(np.unpackbits(packed, axis=1)[:, :9] == flags)
print(np.unpackbits(np.array([2, 255], dtype=np.uint8), count=12), np.unpackbits(np.array([[6]], dtype=np.uint8), axis=0).T)
print(np.unpackbits(np.array([3], dtype=np.uint8), bitorder="little", count=-3))
print(np.binary_repr(10), np.binary_repr(-3, width=5), np.binary_repr(3, width=4), np.binary_repr(-6), np.base_repr(255, 16), np.base_repr(-5, 3, padding=2))
print(np.vecdot(np.arange(3), [1, 2, 3]), np.matvec(np.eye(2), [3.0, 4.0]), np.vecmat(np.array([1, 2]), np.ones((2, 2), dtype=int)))
print(np.size(a, 1), np.size(a), np.require([1, 2], dtype=float), np.sort_complex([3, 1, 2]))
print(np.array_str(np.arange(3)), np.array2string(np.array([1.5])), np.array_repr(np.arange(2)))
print(np.frombuffer(np.arange(3.0), dtype=np.int64), np.frombuffer(np.arange(4, dtype=np.uint8), dtype=np.uint16, count=1, offset=2))
print(np.fromiter([1, 2, 3], dtype=np.int32, count=2))
print(np.sort(np.abs(np.roots([1.0, -6.0, 11.0, -6.0, 0.0]))).round(9), np.roots([0.0, 4.0]).size)
np.testing.assert_allclose(np.ones(2), np.ones(2) + 1e-9)
np.testing.assert_array_equal([1, 2], np.array([1, 2]))
try:
    np.testing.assert_allclose(1.0, 2.0)
except AssertionError:
    print("not close")
