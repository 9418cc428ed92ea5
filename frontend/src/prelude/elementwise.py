"""Functions that work element by element, made of others."""
import math
import numpy as np


def positive(x):
    """The numbers themselves, as a new array."""
    return +np.asarray(x)


def deg2rad(x):
    """Degrees as radians."""
    x = np.multiply(x, 1.0)
    return np.multiply(x, np.float32(math.pi) / np.float32(180.0) if x.dtype == np.float32 else math.pi / 180.0)


def radians(x):
    """Degrees as radians."""
    x = np.multiply(x, 1.0)
    return np.multiply(x, np.float32(math.pi) / np.float32(180.0) if x.dtype == np.float32 else math.pi / 180.0)


def rad2deg(x):
    """Radians as degrees."""
    x = np.multiply(x, 1.0)
    return np.multiply(x, np.float32(180.0) / np.float32(math.pi) if x.dtype == np.float32 else 180.0 / math.pi)


def degrees(x):
    """Radians as degrees."""
    x = np.multiply(x, 1.0)
    return np.multiply(x, np.float32(180.0) / np.float32(math.pi) if x.dtype == np.float32 else 180.0 / math.pi)


def sinc(x):
    """sin(pi x) / (pi x), and 1 at 0."""
    y = np.multiply(np.where(np.equal(x, 0), 1.0e-20, x), math.pi)
    return np.divide(np.sin(y), y)


def signbit(x):
    """Whether the sign is set, that of zeros and nans too."""
    if np.asarray(x).dtype.kind == "f":
        return np.less(np.copysign(1.0, x), 0)
    return np.less(x, 0)


def isneginf(x):
    """Whether a number is minus infinity."""
    return np.equal(x, -np.inf)


def isposinf(x):
    """Whether a number is plus infinity."""
    return np.equal(x, np.inf)


def heaviside(x1, x2):
    """0 below zero, 1 above, x2 at zero."""
    kind = np.result_type(np.divide(x1, 1), x2)
    step = np.where(np.equal(x1, 0), x2, np.where(np.less(x1, 0), 0.0, 1.0))
    return np.where(np.isnan(x1), np.nan, step).astype(kind)


def logaddexp(x1, x2):
    """log(exp(x1) + exp(x2))."""
    gap = np.subtract(x1, x2)
    far = np.add(np.maximum(x1, x2), np.log1p(np.exp(np.negative(np.abs(gap)))))
    return np.where(np.equal(x1, x2), np.add(x1, 0.6931471805599453), far)


def logaddexp2(x1, x2):
    """log2(2**x1 + 2**x2)."""
    gap = np.subtract(x1, x2)
    rest = np.multiply(np.log1p(np.exp2(np.negative(np.abs(gap)))), 1.4426950408889634)
    far = np.add(np.maximum(x1, x2), rest)
    return np.where(np.equal(x1, x2), np.add(x1, 1.0), far)


def float_power(x1, x2):
    """Powers in float64 at least."""
    return np.power(np.asarray(x1, dtype=np.float64), np.asarray(x2, dtype=np.float64))


def divmod(x1, x2):
    """Quotients rounded down, and remainders."""
    return np.floor_divide(x1, x2), np.remainder(x1, x2)


def modf(x):
    """Fractions and whole parts, both with the sign of the number."""
    x = np.divide(x, 1)
    whole = np.trunc(x)
    fraction = np.where(np.isinf(x), 0.0, np.subtract(x, whole))
    return np.copysign(fraction, x).astype(whole.dtype), whole


def gcd(x1, x2):
    """Greatest common divisors."""
    zeros = np.multiply(np.add(x1, x2), 0)
    a = np.ravel(np.asarray(np.abs(np.add(x1, zeros))))
    b = np.ravel(np.asarray(np.abs(np.add(x2, zeros))))
    out = np.zeros(a.size, dtype=a.dtype)
    for i in range(a.size):
        p = int(a[i])
        q = int(b[i])
        while q != 0:
            rest = p % q
            p = q
            q = rest
        out[i] = p
    return np.reshape(out, np.shape(zeros))[()]


def lcm(x1, x2):
    """Least common multiples."""
    divisor = np.gcd(x1, x2)
    zeros = np.multiply(divisor, 0)
    some = np.where(np.equal(divisor, 0), 1, divisor).astype(divisor.dtype)
    return np.multiply(np.floor_divide(np.abs(np.add(x1, zeros)), some), np.abs(np.add(x2, zeros)))


def i0(x):
    """The modified Bessel function of the first kind and order zero."""
    x = np.asarray(x, dtype=np.float64)
    flat = np.ravel(x)
    out = np.zeros(flat.size)
    for i in range(flat.size):
        square = flat[i] * flat[i] / 4.0
        term = 1.0
        total = 1.0
        k = 1.0
        while term > 1e-18 * total:
            term = term * (square / (k * k))
            total = total + term
            k = k + 1.0
        out[i] = total
    return out.reshape(x.shape)[()]


def ldexp(x1, x2):
    """x1 * 2**x2."""
    half = np.floor_divide(x2, 2)
    rest = np.subtract(x2, half)
    x = np.divide(x1, 1)
    return np.multiply(np.multiply(x, np.power(2.0, half)), np.power(2.0, rest)).astype(x.dtype)


def frexp(x):
    """Mantissas of at least a half and below one, and exponents of two."""
    x = np.divide(x, 1)
    flat = np.ravel(np.asarray(x, dtype=np.float64))
    mantissa = flat.copy()
    exponent = np.zeros(flat.size, dtype=np.int32)
    for i in range(flat.size):
        m = abs(flat[i])
        if m > 0.0 and m < np.inf:
            e = 0
            while m < 2.3283064365386963e-10:
                m = m * 4294967296.0
                e -= 32
            while m >= 4294967296.0:
                m = m / 4294967296.0
                e += 32
            while m < 0.5:
                m = m * 2.0
                e -= 1
            while m >= 1.0:
                m = m / 2.0
                e += 1
            if flat[i] < 0.0:
                m = -m
            mantissa[i] = m
            exponent[i] = e
    return mantissa.reshape(x.shape).astype(x.dtype)[()], exponent.reshape(x.shape)[()]


def spacing(x):
    """The distance to the next number away from zero, with the sign of the number."""
    x = np.divide(x, 1)
    m, e = np.frexp(x)
    least, bits = (-1074, 53) if x.dtype == np.float64 else (-149, 24)
    step = np.ldexp(np.ones_like(x), np.maximum(np.subtract(e, bits), least))
    step = np.where(np.equal(x, 0), np.ldexp(np.ones_like(x), least), step)
    step = np.where(np.less(x, 0), np.negative(step), step)
    return np.where(np.isfinite(x), step, np.nan).astype(x.dtype)


def nextafter(x1, x2):
    """The next number after x1 towards x2."""
    kind = np.result_type(np.divide(x1, 1), np.divide(x2, 1))
    x = np.add(np.asarray(x1, dtype=kind), np.multiply(np.asarray(x2, dtype=kind), 0)).astype(kind)
    x = np.where(np.isnan(x), np.asarray(x1, dtype=kind), x)
    y = np.asarray(x2, dtype=kind)
    m, e = np.frexp(x)
    least, bits = (-1074, 53) if kind == np.float64 else (-149, 24)
    up = np.ldexp(np.ones_like(x), np.maximum(np.subtract(e, bits), least))
    # Below a power of two the numbers lie twice as close.
    edge = np.logical_and(np.equal(np.abs(m), 0.5), np.greater(np.subtract(e, bits), least))
    inward = np.where(edge, np.multiply(up, 0.5), up).astype(kind)
    outward = np.greater(np.multiply(np.sign(x), np.subtract(np.sign(y), 0)), 0)
    away = np.where(np.greater(x, 0), np.greater(y, x), np.less(y, x))
    step = np.where(np.logical_and(away, np.not_equal(x, 0)), up, inward).astype(kind)
    moved = np.where(np.greater(y, x), np.add(x, step), np.subtract(x, step))
    tiny = np.ldexp(np.ones_like(x), least).astype(kind)
    moved = np.where(np.equal(x, 0), np.copysign(tiny, y), moved)
    largest = np.finfo(kind).max
    moved = np.where(np.isinf(x), np.copysign(largest, x), moved)
    moved = np.where(np.equal(x, y), y, moved)
    lost = np.logical_or(np.isnan(x1), np.isnan(x2))
    return np.where(lost, np.nan, moved).astype(kind)


def bitwise_count(x):
    """The number of ones in the magnitude of integers."""
    x = np.asarray(x)
    flat = np.ravel(np.abs(x.astype(np.int64)))
    out = np.zeros(flat.size, dtype=np.uint8)
    for i in range(flat.size):
        left = int(flat[i])
        count = 0
        while left > 0:
            count += left % 2
            left = left // 2
        out[i] = count
    return np.reshape(out, x.shape)[()]


def unwrap(p, discont=None, axis: static = -1, *, period=6.283185307179586):
    """Jumps between neighbours taken back by whole periods."""
    p = np.asarray(p)
    p = np.moveaxis(p, axis, -1)
    gap = np.diff(p, axis=-1)
    limit = period / 2.0 if discont is None else max(discont, period / 2.0)
    half = period / 2.0
    small = np.add(np.mod(np.add(gap, half), period), -half)
    small = np.where(np.logical_and(np.equal(small, -half), np.greater(gap, 0)), half, small)
    fix = np.where(np.less(np.abs(gap), limit), 0.0, np.subtract(small, gap))
    up = np.multiply(p, 1.0)
    up[..., 1:] = np.add(p[..., 1:], np.cumsum(fix, axis=-1))
    return np.moveaxis(up, -1, axis)


def arcsinh(x):
    """The inverse of sinh."""
    size = np.abs(np.divide(x, 1))
    square = np.multiply(size, size)
    near = np.log1p(np.add(size, np.divide(square, np.add(np.sqrt(np.add(square, 1.0)), 1.0))))
    far = np.add(np.log(size), 0.6931471805599453)
    return np.copysign(np.where(np.greater(size, 1.0e8), far, near), x).astype(size.dtype)


def asinh(x):
    """The inverse of sinh."""
    return np.arcsinh(x)


def arccosh(x):
    """The inverse of cosh."""
    x = np.divide(x, 1)
    above = np.subtract(x, 1.0)
    near = np.log1p(np.add(above, np.sqrt(np.multiply(above, np.add(x, 1.0)))))
    far = np.add(np.log(x), 0.6931471805599453)
    return np.where(np.greater(x, 1.0e8), far, near).astype(x.dtype)


def acosh(x):
    """The inverse of cosh."""
    return np.arccosh(x)


def arctanh(x):
    """The inverse of tanh."""
    x = np.divide(x, 1)
    size = np.abs(x)
    half = np.multiply(np.log1p(np.divide(np.multiply(size, 2.0), np.subtract(1.0, size))), 0.5)
    return np.copysign(half, x).astype(x.dtype)


def atanh(x):
    """The inverse of tanh."""
    return np.arctanh(x)
