"""Linear algebra made of decompositions."""
import numpy as np


def pinv(a, rcond=None, hermitian=False):
    """The Moore-Penrose inverse."""
    u, s, vh = np.linalg.svd(a, full_matrices=False)
    limit = 1e-15 if rcond is None else rcond
    cutoff = limit * np.max(s, axis=-1, keepdims=True)
    large = s > cutoff
    inverse = np.where(large, 1.0 / np.where(large, s, 1.0), 0.0)
    return np.matmul(np.swapaxes(vh, -1, -2), inverse[..., None] * np.swapaxes(u, -1, -2))


def matrix_rank(A, tol=None):
    """The number of singular values above a limit."""
    s = np.linalg.svdvals(A)
    if tol is None:
        size = max(A.shape[-1], A.shape[-2])
        limit = np.max(s, axis=-1, keepdims=True) * (size * np.finfo(s.dtype).eps)
        return np.sum(s > limit, axis=-1)
    return np.sum(s > tol, axis=-1)


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
