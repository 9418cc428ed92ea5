"""Orders and parts of orders."""
import numpy as np
import physl


def lexsort(keys, axis: static = -1):
    """The order of items by several keys, the last one first."""
    n = len(keys)
    order = np.argsort(keys[0], axis=axis, kind="stable")
    for k in range(1, n):
        key = np.asarray(keys[k])
        if key.ndim == 1:
            order = order[np.argsort(key[order], kind="stable")]
        else:
            inner = np.argsort(np.take_along_axis(key, order, axis), axis=axis, kind="stable")
            order = np.take_along_axis(order, inner, axis)
    return order


def partition(a, kth, axis: static = -1, kind="introselect"):
    """The items with those below the k-th before it."""
    return np.sort(a, axis=axis)


def argpartition(a, kth, axis: static = -1, kind="introselect"):
    """The order that puts the items below the k-th before it."""
    return np.argsort(a, axis=axis, kind="stable")


def _method_partition(a, kth, axis: static = -1, kind="introselect"):
    """The items in place with those below the k-th before it."""
    a[...] = np.sort(a, axis=axis)


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours, with items before and after."""
    flat = np.ravel(np.asarray(ary))
    steps = np.subtract(flat[1:], flat[:-1])
    if to_begin is not None:
        steps = np.concatenate((np.ravel(np.asarray(to_begin)).astype(steps.dtype), steps))
    if to_end is not None:
        steps = np.concatenate((steps, np.ravel(np.asarray(to_end)).astype(steps.dtype)))
    return steps


def diff(a, n: static = 1, axis: static = -1, prepend=None, append=None):
    """Differences of neighbours, n times."""
    a = np.asarray(a)
    if prepend is None and append is None:
        return physl.diff(a, n, axis)
    k = physl._axis(axis, a.ndim)
    if prepend is not None:
        a = np.concatenate((_edge(prepend, a, k), a), axis=k)
    if append is not None:
        a = np.concatenate((a, _edge(append, a, k)), axis=k)
    return physl.diff(a, n, axis)


def _edge(value, a, k: static):
    value = np.asarray(value)
    if value.ndim == 0:
        return np.broadcast_to(value, a.shape[:k] + (1,) + a.shape[k + 1 :])
    return value


def trapezoid(y, x=None, dx=1.0, axis: static = -1):
    """The integral by the trapezoidal rule."""
    return physl.trapezoid(y, x, dx, axis)


def correlate(a, v, mode="valid"):
    """The correlation of two vectors."""
    a = np.ravel(np.asarray(a))
    v = np.ravel(np.asarray(v))
    if a.size == 0 or v.size == 0:
        raise ValueError("first array argument cannot be empty" if a.size == 0 else "second array argument cannot be empty")
    if a.size >= v.size:
        return np.convolve(a, v[::-1], mode)
    return np.convolve(v[::-1], a, mode) if mode != "same" else np.convolve(a, v[::-1], mode)


def array_equiv(a1, a2):
    """Whether arrays broadcast to equal ones."""
    a = np.asarray(a1)
    b = np.asarray(a2)
    for k in range(1, min(a.ndim, b.ndim) + 1):
        if a.shape[-k] != b.shape[-k] and a.shape[-k] != 1 and b.shape[-k] != 1:
            return False
    return bool(np.all(np.equal(a, b)))


def array_equal(a1, a2, equal_nan=False):
    """Whether arrays have one shape and equal items."""
    a = np.asarray(a1)
    b = np.asarray(a2)
    if not equal_nan or a.dtype.kind != "f" or b.dtype.kind != "f":
        return physl.array_equal(a, b)
    if a.ndim != b.ndim:
        return False
    if a.shape != b.shape:
        return False
    return bool(np.all(np.logical_or(np.equal(a, b), np.logical_and(np.isnan(a), np.isnan(b)))))
