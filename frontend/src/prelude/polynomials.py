"""Polynomials, the highest power first."""
import numpy as np
import physl


def polyval(p, x):
    """A polynomial at points."""
    p = np.ravel(np.asarray(p))
    y = np.multiply(np.multiply(x, 0), np.zeros(1, dtype=p.dtype)[0])
    for k in range(p.size):
        y = np.add(np.multiply(y, x), p[k])
    return y


def polyder(p, m: static = 1):
    """The derivative."""
    p = np.ravel(np.asarray(p))
    if m == 0:
        return p
    n = p.size - 1
    if n < 1:
        return np.polyder(np.multiply(p[:0], np.arange(0)), m - 1)
    return np.polyder(np.multiply(p[:-1], np.arange(n, 0, -1)), m - 1)


def polyint(p, m: static = 1, k=None):
    """The integral, with constants k."""
    p = np.ravel(np.asarray(p))
    if m == 0:
        return p
    constant = np.zeros(1) if k is None else np.ravel(np.asarray(k, dtype=np.float64))[:1]
    whole = np.concatenate((np.divide(p, np.arange(p.size, 0, -1)), constant))
    if k is None:
        return np.polyint(whole, m - 1)
    rest = np.ravel(np.asarray(k, dtype=np.float64))
    return np.polyint(whole, m - 1, rest[1:] if rest.size > 1 else rest)


def polyadd(a1, a2):
    """The sum."""
    a = np.ravel(np.asarray(a1))
    b = np.ravel(np.asarray(a2))
    n = max(a.size, b.size)
    return np.add(_padded(a, n), _padded(b, n))


def polysub(a1, a2):
    """The difference."""
    a = np.ravel(np.asarray(a1))
    b = np.ravel(np.asarray(a2))
    n = max(a.size, b.size)
    return np.subtract(_padded(a, n), _padded(b, n))


def _padded(a, n):
    return np.concatenate((np.zeros(n - a.size, dtype=a.dtype), a))


def polymul(a1, a2):
    """The product."""
    return np.convolve(_proper(np.ravel(np.asarray(a1))), _proper(np.ravel(np.asarray(a2))))


def _proper(p):
    """Without zeros in front."""
    first = 0
    while first < p.size - 1 and p[first] == 0:
        first += 1
    return p[first:]


def polydiv(u, v):
    """The quotient and the remainder."""
    u = np.add(np.ravel(np.asarray(u)), 0.0)
    v = np.add(np.ravel(np.asarray(v)), 0.0)
    m = u.size - 1
    n = v.size - 1
    scale = 1.0 / v[0]
    q = np.zeros(max(m - n + 1, 1), dtype=np.result_type(u, v))
    r = u.astype(np.result_type(u, v))
    for k in range(0, m - n + 1):
        d = scale * r[k]
        q[k] = d
        for j in range(n + 1):
            r[k + j] -= d * v[j]
    first = 0
    while first < r.size - 1 and abs(r[first]) < 1e-14:
        first += 1
    return q, r[first:]


def poly(seq_of_zeros):
    """The polynomial with these zeros, or the characteristic one of a matrix."""
    given = np.asarray(seq_of_zeros)
    if given.ndim == 2:
        if given.dtype.kind == "c":
            return _real_of_pairs(np.linalg.eigvals(given))
        # Zeros of a real matrix come in conjugate pairs.
        return np.real(_of_zeros(physl.linalg._complex_eigvals(given)))
    if given.dtype.kind == "c":
        return _real_of_pairs(given)
    return _of_zeros(np.add(given, 0.0) if given.dtype.kind in "biu" else given)


def _real_of_pairs(zeros):
    """Real where the zeros are conjugate pairs."""
    a = _of_zeros(zeros)
    if np.all(np.sort(zeros) == np.sort(np.conj(zeros))):
        return np.real(a)
    return a


def _of_zeros(zeros):
    one = np.ones(1, dtype=zeros.dtype)
    a = one
    for k in range(zeros.size):
        a = np.convolve(a, np.concatenate((one, -zeros[k : k + 1])))
    return a


def roots(p):
    """The zeros: real numbers where all are, else complex ones."""
    p = np.ravel(np.asarray(p))
    held = np.flatnonzero(p)
    if held.size == 0:
        return np.zeros(0)
    kept = p[held[0] : held[-1] + 1]
    last = p.size - held[-1] - 1
    n = kept.size
    if n < 2:
        return np.zeros(last)
    companion = np.zeros((n - 1, n - 1), dtype=np.result_type(p.dtype, np.float64))
    for k in range(1, n - 1):
        companion[k, k - 1] = 1.0
    companion[0] = np.divide(np.negative(kept[1:]), kept[0])
    return np.concatenate((np.linalg.eigvals(companion), np.zeros(last)))


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial of a degree that fits best."""
    x = np.asarray(x) + 0.0
    y = np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        physl._refuse("expected 1D vector for x", "pass a vector")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    limit = x.shape[0] * np.finfo(x.dtype).eps if rcond is None else rcond
    lhs = np.vander(x, deg + 1)
    rhs = y
    if w is not None:
        weights = np.asarray(w) + 0.0
        lhs = lhs * weights[:, None]
        rhs = rhs * weights if y.ndim == 1 else rhs * weights[:, None]
    scale = np.sqrt(np.sum(lhs * lhs, axis=0))
    lhs = lhs / scale
    c, rests, rank, s = np.linalg.lstsq(lhs, rhs, limit)
    c = np.swapaxes(np.swapaxes(c, 0, -1) / scale, 0, -1)
    if full:
        return c, rests, rank, s, limit
    if isinstance(cov, str) or cov:
        base = np.linalg.inv(np.dot(lhs.T, lhs)) / np.outer(scale, scale)
        if isinstance(cov, str):
            factor = np.ones(1)
        else:
            if x.shape[0] <= deg + 1:
                raise ValueError("the number of data points must exceed order to scale the covariance matrix")
            factor = rests / (x.shape[0] - (deg + 1))
        if y.ndim == 1:
            return c, base * factor
        return c, base[:, :, None] * factor
    return c
