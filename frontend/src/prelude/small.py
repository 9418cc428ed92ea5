"""Small functions: shapes asked for, texts of arrays, products of vectors."""
import numpy as np
import physl


def size(a, axis: static = None):
    """The number of items, or of those along an axis."""
    if axis is None:
        return physl.size(a)
    return np.asarray(a).shape[axis]


def repeat(a, repeats, axis: static = None):
    """Items repeated, all as often or each as often as its count says."""
    if isinstance(repeats, (int, np.integer)):
        return physl.repeat(a, repeats, axis)
    counts = np.ravel(np.asarray(repeats))
    if counts.dtype.kind not in "biu":
        physl._refuse("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'", "use whole counts")
    counts = counts.astype(np.int64)
    a = np.asarray(a)
    if axis is None:
        a = np.ravel(a)
        k = 0
    else:
        k = physl._axis(axis, a.ndim)
    n = a.shape[k]
    if counts.size == 1:
        return physl.repeat(a, int(counts[0]), k)
    if counts.size != n:
        raise ValueError(f"operands could not be broadcast together with shape ({n},) ({counts.size},)")
    if np.any(np.less(counts, 0)):
        raise ValueError("repeats may not contain negative values.")
    ends = np.cumsum(counts)
    places = np.searchsorted(ends, np.arange(np.sum(counts)), side="right")
    return physl.take(a, places, axis=k)


def require(a, dtype=None, requirements=None):
    """The array, in an element type, in one piece where that is asked for."""
    made = np.asarray(a) if dtype is None else np.asarray(a, dtype=dtype)
    if requirements is None:
        return made
    return np.ascontiguousarray(made)


def vecdot(x1, x2, /, axis: static = -1):
    """Products of vectors along an axis."""
    products = np.multiply(np.conj(x1), x2)
    return np.sum(products, axis=axis, dtype=products.dtype)


def matvec(x1, x2, /):
    """Products of matrices with vectors."""
    return np.matmul(x1, np.asarray(x2)[..., None])[..., 0]


def vecmat(x1, x2, /):
    """Products of vectors with matrices."""
    return np.matmul(np.conj(np.asarray(x1))[..., None, :], x2)[..., 0, :]


def sort_complex(a):
    """Complex numbers sorted by their real parts, then by their imaginary parts."""
    flat = np.sort(np.asarray(a))
    return flat.astype(np.complex64 if flat.dtype.itemsize < 4 or flat.dtype == np.complex64 else np.complex128)


def frombuffer(buffer, dtype=float, count=-1, offset=0):
    """The memory of an array as items of another type."""
    raw = np.ravel(np.asarray(buffer)).view(np.uint8)
    kind = np.dtype(dtype)
    size = kind.itemsize
    left = raw.size - offset
    if offset < 0 or left < 0:
        raise ValueError(f"offset must be non-negative and no greater than buffer length ({raw.size})")
    if count < 0:
        if left % size != 0:
            raise ValueError("buffer size must be a multiple of element size")
        return raw[offset:].view(kind)
    if left < count * size:
        raise ValueError("buffer is smaller than requested size")
    return raw[offset : offset + count * size].view(kind)


def fromiter(iter, dtype, count=-1):
    """The items of something to go over."""
    items = np.array([item for item in iter], dtype=dtype)
    return items if count < 0 else items[:count]
