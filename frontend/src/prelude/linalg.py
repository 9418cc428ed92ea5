"""Linear algebra made of decompositions."""
import numpy as np
import physl


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The Moore-Penrose inverse."""
    a = np.asarray(a)
    if a.size == 0:
        return np.zeros(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=np.add(a, 0.0).dtype)
    u, s, vh = np.linalg.svd(np.conj(a), full_matrices=False)
    limit = 1e-15 if rtol is None else rtol
    if rcond is not None:
        limit = rcond
    cutoff = np.asarray(limit)[..., None] * np.max(s, axis=-1, keepdims=True)
    large = s > cutoff
    inverse = np.where(large, 1 / np.where(large, s, 1), 0).astype(s.dtype)
    return np.matmul(np.swapaxes(vh, -1, -2), inverse[..., None] * np.swapaxes(u, -1, -2))


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """The number of singular values above a limit."""
    A = np.asarray(A)
    if A.ndim < 2:
        return int(np.any(A != 0))
    s = np.linalg.svdvals(A)
    if tol is None:
        if rtol is None:
            limit = max(A.shape[-1], A.shape[-2]) * np.finfo(s.dtype).eps
            return np.count_nonzero(s > np.max(s, axis=-1, keepdims=True, initial=0) * limit, axis=-1)
        return np.count_nonzero(s > np.max(s, axis=-1, keepdims=True, initial=0) * np.asarray(rtol)[..., None], axis=-1)
    return np.count_nonzero(s > np.asarray(tol)[..., None], axis=-1)


def matrix_power(a, n: static):
    """A square matrix multiplied with itself; its inverse where the power is negative."""
    a = np.asarray(a)
    if a.ndim < 2:
        physl._refuse("the array must be at least two-dimensional", "pass a matrix, or a stack of matrices")
    if a.shape[-1] != a.shape[-2]:
        raise np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    if a.dtype.kind in "biu":
        if not physl._known(n):
            if n < 0:
                raise ValueError("a negative power of a matrix of whole numbers must be a constant here")
            return _power(a, n)
    if n < 0:
        return _power(np.linalg.inv(a), -n)
    return _power(a, n)


def _power(a, n):
    result = np.zeros_like(a)
    result[...] = np.eye(a.shape[-1], dtype=a.dtype)
    first = True
    square = a
    while n > 0:
        if n % 2 == 1:
            result = np.matmul(result, square) if not first else square
            first = False
        n = n // 2
        if n > 0:
            square = np.matmul(square, square)
    return result


def trace(x, /, *, offset=0, dtype=None):
    """Sums along diagonals of matrices."""
    return np.trace(x, offset, -2, -1, dtype)


def diagonal(x, /, *, offset=0):
    """Diagonals of matrices."""
    return np.diagonal(x, offset, -2, -1)


def tensorinv(a, ind: static = 2):
    """The inverse of an array as a matrix of its first axes and the others."""
    size = 1
    for extent in a.shape[ind:]:
        size = size * extent
    inverse = np.linalg.inv(np.reshape(a, (-1, size)))
    return np.reshape(inverse, a.shape[ind:] + a.shape[:ind])


def tensorsolve(a, b, axes=None):
    """The solution of a system of arrays."""
    if axes is not None:
        physl._refuse("the argument axes of np.linalg.tensorsolve is not supported", "move the axes before")
    shape = a.shape[b.ndim :]
    size = 1
    for extent in shape:
        size = size * extent
    return np.reshape(np.linalg.solve(np.reshape(a, (-1, size)), np.ravel(b)), shape)


def cond(x, p: static = None):
    """The condition number."""
    if p is None:
        s = np.linalg.svdvals(x)
        return s[..., 0] / s[..., -1]
    if p == 2:
        s = np.linalg.svdvals(x)
        return s[..., 0] / s[..., -1]
    if p == -2:
        s = np.linalg.svdvals(x)
        return s[..., -1] / s[..., 0]
    return np.linalg.norm(x, p, axis=(-2, -1)) * np.linalg.norm(np.linalg.inv(x), p, axis=(-2, -1))


def multi_dot(arrays):
    """The product of several matrices; of three, the cheaper pair first."""
    if len(arrays) == 3 and arrays[0].ndim == 2 and arrays[2].ndim == 2:
        a, b, c = arrays
        left = a.shape[0] * b.shape[1] * (a.shape[1] + c.shape[1])
        right = b.shape[1] * a.shape[1] * c.shape[1] + a.shape[0] * a.shape[1] * c.shape[1]
        if left < right:
            return (a @ b) @ c
        return a @ (b @ c)
    product = arrays[0]
    for array in arrays[1:]:
        product = product @ array
    return product


def vecdot(x1, x2, axis: static = -1):
    """Products of vectors along an axis."""
    products = np.multiply(np.conj(x1), x2)
    return np.sum(products, axis=axis, dtype=products.dtype)


def matrix_transpose(x):
    """The last two axes exchanged."""
    return np.swapaxes(x, -1, -2)


def matrix_norm(x, keepdims=False, ord="fro"):
    """The norm of matrices."""
    return np.linalg.norm(x, ord, axis=(-2, -1), keepdims=keepdims)


def vector_norm(x, axis: static = None, keepdims=False, ord: static = 2):
    """The norm of vectors."""
    if axis is None:
        return np.linalg.norm(np.ravel(x), ord)
    return np.linalg.norm(x, ord, axis=axis, keepdims=keepdims)
