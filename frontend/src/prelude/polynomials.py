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
    """The polynomial with these zeros."""
    zeros = np.asarray(seq_of_zeros)
    if zeros.ndim != 1:
        physl._refuse("the characteristic polynomial of a matrix is not supported here", "pass its eigenvalues")
    a = np.ones(1)
    for k in range(zeros.size):
        a = np.subtract(np.concatenate((a, np.zeros(1))), np.concatenate((np.zeros(1), np.multiply(a, zeros[k]))))
    return a


def roots(p):
    """The zeros, as complex numbers."""
    p = np.ravel(np.asarray(p))
    held = np.flatnonzero(p)
    if held.size == 0:
        return np.zeros(0, dtype=np.complex128)
    kept = p[held[0] : held[-1] + 1]
    last = p.size - held[-1] - 1
    n = kept.size
    if n < 2:
        return np.zeros(last, dtype=np.complex128)
    companion = np.zeros((n - 1, n - 1), dtype=np.result_type(p.dtype, np.float64))
    for k in range(1, n - 1):
        companion[k, k - 1] = 1.0
    companion[0] = np.divide(np.negative(kept[1:]), kept[0])
    return np.concatenate((np.linalg.eigvals(companion).astype(np.complex128), np.zeros(last, dtype=np.complex128)))


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial of a degree that fits best."""
    if full or cov:
        physl._refuse("np.polyfit with full or cov is not supported", "compute the residuals from the fit")
    x = np.add(np.ravel(np.asarray(x)), 0.0)
    y = np.add(np.asarray(y), 0.0)
    lhs = np.vander(x, deg + 1)
    rhs = y if y.ndim == 2 else y[:, None]
    if w is not None:
        lhs = np.multiply(lhs, np.asarray(w)[:, None])
        rhs = np.multiply(rhs, np.asarray(w)[:, None])
    scale = np.sqrt(np.sum(np.multiply(lhs, lhs), axis=0))
    c = _least_squares(np.divide(lhs, scale), rhs)
    c = np.divide(c, scale[:, None])
    if y.ndim == 2:
        return c
    return c[:, 0]


def _least_squares(a, b):
    """Solves for the least residual by reflections."""
    r = a.copy()
    d = b.copy()
    m = r.shape[0]
    n = r.shape[1]
    for k in range(min(m, n)):
        v = r[k:, k].copy()
        length = np.sqrt(np.sum(v * v))
        if length > 0.0:
            v[0] = v[0] + (length if v[0] >= 0 else -length)
            square = np.sum(v * v)
            for j in range(k, n):
                r[k:, j] = r[k:, j] - v * (2.0 * np.sum(v * r[k:, j]) / square)
            for j in range(d.shape[1]):
                d[k:, j] = d[k:, j] - v * (2.0 * np.sum(v * d[k:, j]) / square)
    c = np.zeros((n, d.shape[1]))
    for j in range(d.shape[1]):
        for at in range(n):
            k = n - 1 - at
            if k < m and abs(r[k, k]) > 0.0:
                c[k, j] = (d[k, j] - np.sum(r[k, k + 1 :] * c[k + 1 :, j])) / r[k, k]
    return c
