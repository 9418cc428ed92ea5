"""Methods of ufuncs of two operands."""
import numpy as np
import physl


def _start(f, a):
    """What a reduction of nothing gives."""
    if f is np.add or f is np.logical_or or f is np.bitwise_or or f is np.bitwise_xor or f is np.logical_xor:
        return 0
    if f is np.multiply or f is np.logical_and:
        return 1
    if f is np.bitwise_and:
        return -1
    return None


def _wide(f, a):
    """Sums and products of narrow integers are as wide as NumPy's."""
    if (f is np.add or f is np.multiply) and a.dtype.kind in "biu" and a.dtype.itemsize < 8:
        return a.astype(np.uint64 if a.dtype.kind == "u" else np.int64)
    if f is np.logical_and or f is np.logical_or or f is np.logical_xor:
        return a.astype(np.bool_)
    return a


def _along_first(f, a, initial):
    if initial is None and _start(f, a) is None:
        if a.shape[0] == 0:
            raise ValueError("zero-size array to reduction operation " + f.__name__ + " which has no identity")
        total = np.positive(a[0]) if a.dtype != np.bool_ else np.logical_and(a[0], True)
        for i in range(1, a.shape[0]):
            total = f(total, a[i])
        return total
    first = np.asarray(_start(f, a) if initial is None else initial).astype(a.dtype)
    total = np.zeros(a.shape[1:], dtype=a.dtype)
    total = np.add(total, first) if a.dtype != np.bool_ else np.logical_or(total, first)
    for i in range(a.shape[0]):
        total = f(total, a[i])
    return total


def _ufunc_reduce(f, array, axis: static = 0, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The operation between all items along axes."""
    a = np.asarray(array)
    if where is not True:
        if initial is None and _start(f, a) is None:
            physl._refuse("reduction operation does not have an identity, so to use a where mask one has to specify 'initial'", "pass initial=")
        a = np.where(where, a, _start(f, a) if initial is None else initial).astype(a.dtype)
    a = a.astype(dtype) if dtype is not None else _wide(f, a)
    axes = physl._axes(axis, a.ndim)
    total = a
    done = 0
    for k in axes:
        total = _along_first(f, np.moveaxis(total, k - done, 0), initial if done == 0 else None)
        done += 1
    if keepdims:
        for k in axes:
            total = np.expand_dims(total, k)
    if out is None:
        return total
    out[...] = total
    return out


def _ufunc_accumulate(f, array, axis: static = 0, dtype=None, out=None):
    """The operation between all items up to each."""
    a = np.asarray(array)
    a = a.astype(dtype) if dtype is not None else _wide(f, a)
    moved = np.moveaxis(a, axis, 0)
    result = np.empty(moved.shape, dtype=a.dtype)
    if moved.shape[0] > 0:
        result[0] = moved[0]
    for i in range(1, moved.shape[0]):
        result[i] = f(result[i - 1], moved[i])
    result = np.moveaxis(result, 0, axis)
    if out is None:
        return np.ascontiguousarray(result)
    out[...] = result
    return out


def _ufunc_outer(f, A, B):
    """The operation between all pairs."""
    a = np.asarray(A)
    b = np.asarray(B)
    return f(np.reshape(a, a.shape + (1,) * b.ndim), b)


def _ufunc_reduceat(f, array, indices, axis: static = 0, dtype=None, out=None):
    """The operation between the items of slices that begin at indices."""
    a = np.asarray(array)
    a = a.astype(dtype) if dtype is not None else _wide(f, a)
    moved = np.moveaxis(a, axis, 0)
    starts = np.asarray(indices)
    result = np.empty((starts.size,) + moved.shape[1:], dtype=a.dtype)
    for k in range(starts.size):
        begin = starts[k]
        if begin < 0 or begin >= moved.shape[0]:
            raise IndexError(f"index {begin} out-of-bounds in " + f.__name__ + f".reduceat [0, {moved.shape[0]})")
        end = starts[k + 1] if k + 1 < starts.size else moved.shape[0]
        result[k] = moved[begin]
        for i in range(begin + 1, end):
            result[k] = f(result[k], moved[i])
    result = np.moveaxis(result, 0, axis)
    if out is None:
        return result
    out[...] = result
    return out


def _ufunc_at(f, a, indices, b):
    """The operation on items in place, once for each time an index is listed."""
    places = np.asarray(indices)
    if places.dtype == np.bool_:
        places = np.flatnonzero(places)
    values = np.broadcast_to(b, places.shape + a.shape[1:])
    flat = np.ravel(places)
    lines = np.reshape(values, (flat.size,) + a.shape[1:])
    for i in range(flat.size):
        a[flat[i]] = f(a[flat[i]], lines[i])
