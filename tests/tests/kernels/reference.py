"""Writes what NumPy computes for every map op on hard numbers: inputs and outputs as raw files, one line per case in `index`."""

import itertools
import pathlib
import sys

import numpy as np

OUT = pathlib.Path(sys.argv[1])
INDEX = []
FLOATS = ["float32", "float64"]
INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
RANDOM = np.random.default_rng(1)


def values(dtype, count=40):
    kind = np.dtype(dtype).kind
    if kind == "b":
        return np.array([False, True])
    if kind == "f":
        special = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 2.0, 3.0, -3.0, 7.0, np.inf, -np.inf, np.nan, 1e-310, 1e10, -1e10,
                   0.1, 10.0, 100.0, -100.0, 700.0, 1e-5, -1e-5, 2.0**31, -(2.0**31), 2.0**63, -(2.0**63), 2.0**53 + 1, 1e19]
        random = np.concatenate([RANDOM.normal(size=count), RANDOM.normal(size=count) * 1e3])
        return np.concatenate([special, random]).astype(dtype)
    info = np.iinfo(dtype)
    special = [v for v in [0, 1, 2, 3, 5, 7, 8, 31, 63, 64, 100, -1, -2, -3, -7, -8, info.max, info.max - 1, info.min, info.min + 1]
               if info.min <= v <= info.max]
    random = RANDOM.integers(info.min, info.max, size=count // 2, dtype=dtype, endpoint=True)
    return np.concatenate([np.array(special, dtype=dtype), random])


def pairs(dtype):
    found = values(dtype, 10)
    both = np.array(list(itertools.product(found, found)), dtype=dtype)
    return both[:, 0].copy(), both[:, 1].copy()


def write(op, elem, inputs, result):
    name = f"{op}.{elem}.{result.dtype.name}"
    for at, array in enumerate([*inputs, result]):
        (OUT / f"{name}.{at}").write_bytes(np.ascontiguousarray(array).tobytes())
    INDEX.append(f"{op} {elem} {result.dtype.name} {len(inputs)} {len(result)}")


UNARY = {
    "neg": (np.negative, FLOATS + INTS), "abs": (np.abs, FLOATS + INTS + ["bool"]), "sign": (np.sign, FLOATS + INTS),
    "square": (np.square, FLOATS + INTS), "not": (np.invert, INTS + ["bool"]),
    "isnan": (np.isnan, FLOATS), "isinf": (np.isinf, FLOATS), "isfinite": (np.isfinite, FLOATS),
    "arcsin": (np.arcsin, FLOATS), "arccos": (np.arccos, FLOATS), "arctan": (np.arctan, FLOATS),
}
for op in ["reciprocal", "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "sinh", "cosh",
           "tanh", "floor", "ceil", "trunc", "rint"]:
    UNARY[op] = (getattr(np, op), FLOATS)
BINARY = {
    "add": (np.add, FLOATS + INTS + ["bool"]), "sub": (np.subtract, FLOATS + INTS), "mul": (np.multiply, FLOATS + INTS + ["bool"]),
    "div": (np.divide, FLOATS), "floordiv": (np.floor_divide, FLOATS + INTS), "mod": (np.mod, FLOATS + INTS),
    "fmod": (np.fmod, FLOATS + INTS), "maximum": (np.maximum, FLOATS + INTS + ["bool"]),
    "minimum": (np.minimum, FLOATS + INTS + ["bool"]), "fmax": (np.fmax, FLOATS + INTS + ["bool"]),
    "fmin": (np.fmin, FLOATS + INTS + ["bool"]), "arctan2": (np.arctan2, FLOATS), "hypot": (np.hypot, FLOATS),
    "copysign": (np.copysign, FLOATS), "and": (np.bitwise_and, INTS + ["bool"]), "or": (np.bitwise_or, INTS + ["bool"]),
    "xor": (np.bitwise_xor, INTS + ["bool"]), "shl": (np.left_shift, INTS), "shr": (np.right_shift, INTS),
}
for op, function in [("eq", np.equal), ("ne", np.not_equal), ("lt", np.less), ("le", np.less_equal), ("gt", np.greater),
                     ("ge", np.greater_equal)]:
    BINARY[op] = (function, FLOATS + INTS + ["bool"])

with np.errstate(all="ignore"):
    for op, (function, dtypes) in UNARY.items():
        for elem in dtypes:
            x = values(elem)
            write(op, elem, [x], function(x))
    for op, (function, dtypes) in BINARY.items():
        for elem in dtypes:
            x, y = pairs(elem)
            write(op, elem, [x, y], function(x, y))
    for elem in FLOATS:
        x, y = pairs(elem)
        write("pow", elem, [x, y], np.power(x, y))
    for elem in INTS:
        x, y = pairs(elem)
        y = np.abs(y % 70).astype(elem)
        write("pow", elem, [x, y], np.power(x, y))
    for elem in FLOATS + INTS + ["bool"]:
        x, y = pairs(elem)
        c = (np.arange(len(x)) % 3 == 0)
        INDEX.append(f"where {elem} {elem} 3 {len(x)}")
        for at, array in enumerate([c, x, y, np.where(c, x, y)]):
            (OUT / f"where.{elem}.{elem}.{at}").write_bytes(array.tobytes())
    for elem in FLOATS + INTS + ["bool"]:
        for to in FLOATS + INTS + ["bool"]:
            x = values(elem)
            if to == "uint32" and elem in FLOATS:
                # C leaves it open what does not fit, and NumPy's answer depends on the machine's vectors.
                x = x[(x > -1) & (x < 2**32)]
            write("cast", elem, [x], x.astype(to))
(OUT / "index").write_text("\n".join(INDEX) + "\n")
