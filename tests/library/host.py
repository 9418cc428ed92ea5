# RUN: python %s ./libkernels.so
"""Calls the library through ctypes and the same functions in Python."""

import ctypes
import resource
import sys
import threading

import kernels
import numpy as np

DTYPES = {"bool": 0, "int8": 1, "int32": 3, "int64": 4, "float32": 9, "float64": 10}
NAMES = {code: name for name, code in DTYPES.items()}


class Array(ctypes.Structure):
    pass


Array._fields_ = [
    ("data", ctypes.c_void_p),
    ("dtype", ctypes.c_int32),
    ("rank", ctypes.c_int32),
    ("shape", ctypes.c_int64 * 8),
    ("strides", ctypes.c_int64 * 8),
    ("owner", ctypes.c_void_p),
    ("release", ctypes.c_void_p),
]

lib = ctypes.CDLL(sys.argv[1])
lib.phylanx_last_error.restype = ctypes.c_char_p


def borrowed(a):
    """The array as the library takes it: no copy."""
    return Array(a.ctypes.data, DTYPES[a.dtype.name], a.ndim, a.shape, a.strides)


def owned(result):
    """A copy of a result, whose memory is freed."""
    shape, dtype = tuple(result.shape[: result.rank]), np.dtype(NAMES[result.dtype])
    assert tuple(result.strides[: result.rank]) == np.empty(shape, dtype).strides or 0 in shape
    count = int(np.prod(shape))
    text = ctypes.string_at(result.data, count * dtype.itemsize)
    lib.phylanx_array_free(ctypes.byref(result))
    assert result.data is None and result.release is None
    lib.phylanx_array_free(ctypes.byref(result))
    return np.frombuffer(text, dtype).reshape(shape)


def call(name, args, results):
    passed = [ctypes.byref(borrowed(arg)) if isinstance(arg, np.ndarray) else arg for arg in args]
    places = [kind() for kind in results]
    if getattr(lib, name)(*passed, *map(ctypes.byref, places)) != 0:
        raise RuntimeError(lib.phylanx_last_error().decode())
    return tuple(owned(place) if isinstance(place, Array) else place.value for place in places)


def same(what, found, expected):
    found, expected = np.asarray(found), np.asarray(expected)
    good = found.dtype == expected.dtype and found.shape == expected.shape and np.array_equal(found, expected)
    print(what, "same" if good else f"DIFFERS: {found!r} {expected!r}")


def refused(what, name, args, results=()):
    try:
        call(name, args, results)
        print(what, "NOT REFUSED")
    except (RuntimeError, ctypes.ArgumentError) as error:
        print(f"{what}: {error}")


f64, f32, i64, i32, flag = ctypes.c_double, ctypes.c_float, ctypes.c_int64, ctypes.c_int32, ctypes.c_bool

print("-- in place")
ours = np.arange(42.0).reshape(6, 7) ** 2
theirs = ours.copy()
same("relax result", call("relax", (ours, i64(3)), (f64,)), (kernels.relax(theirs, 3),))
same("relax array", ours, theirs)
big = np.arange(400.0).reshape(20, 20)
view, expected = big[1:13:2, ::-3], big.copy()
call("relax", (view, i64(2)), (f64,))
kernels.relax(expected[1:13:2, ::-3], 2)
same("relax strided", big, expected)
m = np.arange(24, dtype=np.float32).reshape(4, 6).T
expected = m * np.float32(1.5)
call("scale_rows", (m, f32(1.5)), ())
same("scale_rows transposed", m, expected)

print("-- results")
x = np.array([3.0, 1.0, 2.0, 9.0])[::-1]
mean, ordered, place = call("stats", (x,), (f64, Array, i64))
same("stats mean", mean, x.mean())
same("stats sorted", ordered, np.sort(x))
same("stats argmax", place, int(x.argmax()))
same("add", call("add", (x, x), (Array,))[0], x + x)
a, b = np.arange(6, dtype=np.int32).reshape(2, 3), np.array([10, 20, 30], dtype=np.int32)
same("add_2", call("add_2", (a, b), (Array,))[0], a + b)
same("add broadcast", call("add", (x, np.array([1.5])), (Array,))[0], x + 1.5)
same("add empty", call("add", (np.zeros(0), np.zeros(0)), (Array,))[0], np.zeros(0))
same("grid", call("grid", (), (Array,))[0], kernels.GRID)
table = np.arange(6.0).reshape(2, 3)
result = Array()
assert lib.whole(ctypes.byref(borrowed(table)), ctypes.byref(result)) == 0
table[...] = 0.0
same("whole has memory of its own", owned(result), np.arange(6.0).reshape(2, 3).T)
print("larger", call("larger", (i64(7), i64(3)), (flag, f64)), call("larger", (i64(1), i64(3)), (flag, f64))[0])
kinds = call("kinds", (flag(False), i32(-4), f32(0.5), f64(2.0)), (flag, i32, f32, f64))
print("kinds", kinds, kernels.kinds(False, -4, 0.5, 2.0))
assert lib.pick(ctypes.byref(borrowed(x)), i64(0), None) == 0
print("a result that is not wanted is left out")

print("-- aliases")
line = np.arange(6.0)
call("shift", (line[1:], line[:-1]), ())
expected = np.arange(6.0)
kernels.shift(expected[1:], expected[:-1])
same("shift overlapping", line, expected)
line = np.arange(4.0)
call("shift", (line, line), ())
same("shift itself", line, np.arange(4.0) + 1.0)
shared = np.zeros(4)
refused("other elements", "shift", (shared[:3], shared.view(np.uint8)[4:28].view(np.float64)))

print("-- the state of the module")
print("count", call("count", (), (i64,)), call("count", (), (i64,)))
first = np.array([1.0, 2.0])
same("kept at first", call("keep", (first,), (Array,))[0], np.zeros(3))
first[:] = -1.0
del first
same("kept then", call("keep", (np.array([5.0]),), (Array,))[0], np.array([1.0, 2.0]))

print("-- errors")
refused("index", "pick", (x, i64(9)), (f64,))
print("after it", call("pick", (x, i64(-1)), (f64,)))
refused("shapes", "add", (x, np.zeros(3)), (Array,))
refused("dtype", "pick", (np.zeros(3, dtype=np.float32), i64(0)), (f64,))
refused("rank", "pick", (np.zeros((3, 3)), i64(0)), (f64,))
refused("extent", "quarter", (np.zeros((3, 3)),), (f64,))
same("extent as compiled", call("quarter", (np.ones((2, 8)),), (f64,))[0], 2.0)
refused("alignment", "pick", (np.zeros(17, dtype=np.uint8)[1:9].view(np.float64), i64(0)), (f64,))
refused("exit", "leave", (i64(3),), (Array,))
assert lib.pick(None, i64(0), None) == 1
print("null:", lib.phylanx_last_error().decode())

large = np.ones(1 << 17)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(200):
    try:
        call("spent", (large, i64(large.size)), (f64,))
    except RuntimeError:
        pass
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print("failed calls free what they held:", grown < 50_000)

print("-- threads")
total = [0.0, 0.0]


def work(at):
    for n in range(200):
        mine = np.full(50, float(at))
        call("shift", (mine, mine), ())
        total[at] += mine.sum() + call("add", (mine, mine), (Array,))[0].sum()
        try:
            call("pick", (mine, i64(100 + at)), (f64,))
        except RuntimeError as error:
            assert str(error).startswith(f"IndexError: index {100 + at} is out of bounds"), error


threads = [threading.Thread(target=work, args=(at,)) for at in range(2)]
before = call("count", (), (i64,))[0]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("totals", total, "count", call("count", (), (i64,))[0] - before)
# EXPECT exit 0
# | -- in place
# | relax result same
# | relax array same
# | relax strided same
# | scale_rows transposed same
# | -- results
# | stats mean same
# | stats sorted same
# | stats argmax same
# | add same
# | add_2 same
# | add broadcast same
# | add empty same
# | grid same
# | whole has memory of its own same
# | larger (True, 7.0) False
# | kinds (True, -8, 0.25, 3.5) (True, -8, 0.25, 3.5)
# | a result that is not wanted is left out
# | -- aliases
# | shift overlapping same
# | shift itself same
# | other elements: ValueError: shift() argument 'b' is not aligned: its address and strides must be multiples of 8 bytes (kernels.py, line 53)
# | -- the state of the module
# | count (1,) (2,)
# | kept at first same
# | kept then same
# | -- errors
# | index: IndexError: index 9 is out of bounds for axis 0 with size 4 (kernels.py, line 46)
# | after it (3.0,)
# | shapes: ValueError: operands could not be broadcast together with shapes (4,) (3,)  (kernels.py, line 50)
# | dtype: TypeError: pick() argument 'x' must be a float64 array of rank 1, found float32 of rank 1 (kernels.py, line 45)
# | rank: TypeError: pick() argument 'x' must be a float64 array of rank 1, found float64 of rank 2 (kernels.py, line 45)
# | extent: ValueError: quarter() argument 'a' must have extent 2 in dimension 0, found shape (3, 3) (kernels.py, line 100)
# | extent as compiled same
# | alignment: ValueError: pick() argument 'x' is not aligned: its address and strides must be multiples of 8 bytes (kernels.py, line 45)
# | exit: SystemExit: 3 (kernels.py, line 96)
# | null: TypeError: pick() argument 'x' is a null pointer (kernels.py, line 45)
# | failed calls free what they held: True
# | -- threads
# | totals [np.float64(30000.0), np.float64(60000.0)] count 1
