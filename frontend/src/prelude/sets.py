"""Sets: sorted arrays without repeats."""
import numpy as np
import physl


def _firsts(sorted_values, equal_nan):
    """Marks the first of each run of equal values."""
    mask = np.ones(sorted_values.size, dtype=np.bool_)
    for i in range(1, sorted_values.size):
        same = sorted_values[i] == sorted_values[i - 1]
        if sorted_values.dtype.kind == "f" and equal_nan:
            both = sorted_values[i] != sorted_values[i] and sorted_values[i - 1] != sorted_values[i - 1]
            same = same or both
        mask[i] = not same
    return mask


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis: static = None, *, equal_nan=True, sorted=True):
    """The sorted distinct values; with them where they first stand, which of them each value is, how often each occurs."""
    ar = np.asarray(ar)
    if axis is not None:
        return _unique_rows(ar, return_index, return_inverse, return_counts, axis)
    flat = np.ravel(ar)
    if not (return_index or return_inverse or return_counts):
        values = np.sort(flat)
        return values[_firsts(values, equal_nan)]
    order = np.argsort(flat, kind="stable")
    values = flat[order]
    mask = _firsts(values, equal_nan)
    return _unique_parts(values[mask], order, mask, ar.shape, return_index, return_inverse, return_counts)


def _unique_parts(values, order, mask, shape, return_index, return_inverse, return_counts):
    starts = np.flatnonzero(mask)
    counts = np.diff(np.append(starts, mask.size))
    inverse = np.zeros(mask.size, dtype=np.int64)
    if return_inverse:
        inverse[order] = np.cumsum(mask) - 1
    inverse = inverse.reshape(shape)
    index = order[mask]
    if return_index and return_inverse and return_counts:
        return values, index, inverse, counts
    if return_index and return_inverse:
        return values, index, inverse
    if return_index and return_counts:
        return values, index, counts
    if return_inverse and return_counts:
        return values, inverse, counts
    if return_index:
        return values, index
    if return_inverse:
        return values, inverse
    return values, counts


def _unique_rows(ar, return_index, return_inverse, return_counts, axis: static):
    moved = np.moveaxis(ar, axis, 0)
    rows = np.reshape(moved, (moved.shape[0], -1)) if moved.size > 0 else np.zeros((moved.shape[0], 0), dtype=ar.dtype)
    order = np.arange(rows.shape[0])
    for column in range(rows.shape[1] - 1, -1, -1):
        order = order[np.argsort(rows[order, column], kind="stable")]
    mask = np.ones(rows.shape[0], dtype=np.bool_)
    for i in range(1, rows.shape[0]):
        mask[i] = np.any(rows[order[i]] != rows[order[i - 1]])
    chosen = order[mask]
    values = np.moveaxis(moved[chosen], 0, axis)
    if not (return_index or return_inverse or return_counts):
        return values
    return _unique_parts(values, order, mask, (rows.shape[0],), return_index, return_inverse, return_counts)


def unique_values(x):
    """The distinct values."""
    return np.unique(x, equal_nan=False)


def unique_counts(x):
    """The distinct values, and how often each occurs."""
    return np.unique(x, return_counts=True, equal_nan=False)


def unique_inverse(x):
    """The distinct values, and which of them each value is."""
    return np.unique(x, return_inverse=True, equal_nan=False)


def unique_all(x):
    """The distinct values, where they first stand, which of them each value is, and how often each occurs."""
    return np.unique(x, return_index=True, return_inverse=True, return_counts=True, equal_nan=False)


def union1d(ar1, ar2):
    """Values that are in either."""
    return np.unique(np.concatenate((np.ravel(ar1), np.ravel(ar2))))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """Values that are in both."""
    a = np.ravel(ar1)
    b = np.ravel(ar2)
    ia = np.arange(a.size)
    ib = np.arange(b.size)
    if not assume_unique:
        a, ia = np.unique(a, return_index=True)
        b, ib = np.unique(b, return_index=True)
    both = np.concatenate((a, b))
    order = np.argsort(both, kind="stable")
    ordered = both[order]
    mask = np.equal(ordered[1:], ordered[:-1])
    values = ordered[:-1][mask]
    if return_indices:
        return values, ia[order[:-1][mask]], ib[order[1:][mask] - a.size]
    return values


def setdiff1d(ar1, ar2, assume_unique=False):
    """Values of the first that are not in the second."""
    a = np.ravel(ar1)
    if not assume_unique:
        a = np.unique(a)
    return a[np.logical_not(np.isin(a, ar2))]


def setxor1d(ar1, ar2, assume_unique=False):
    """Values that are in one of both alone."""
    a = np.ravel(ar1)
    b = np.ravel(ar2)
    if not assume_unique:
        a = np.unique(a)
        b = np.unique(b)
    both = np.sort(np.concatenate((a, b)))
    n = both.size
    keep = np.ones(n, dtype=np.bool_)
    for i in range(1, n):
        if both[i] == both[i - 1]:
            keep[i] = False
            keep[i - 1] = False
    return both[keep]


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Whether each value is among others."""
    found = physl.isin(element, test_elements)
    if invert:
        return np.logical_not(found)
    return found
