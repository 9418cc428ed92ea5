"""scipy.linalg, made of the decompositions of NumPy's names."""
import numpy as np
import scipy.linalg


def cholesky(a, lower=False, overwrite_a=False, check_finite=True):
    """The Cholesky factor: the upper one unless `lower`."""
    if lower:
        return np.linalg.cholesky(a)
    return np.linalg.cholesky(a, upper=True)


def cho_factor(a, lower=False, overwrite_a=False, check_finite=True):
    """A Cholesky factor and which one it is."""
    return scipy.linalg.cholesky(a, lower), lower


def cho_solve(c_and_lower, b, overwrite_b=False, check_finite=True):
    """The solution of a system from a Cholesky factor."""
    c, lower = c_and_lower
    if lower:
        y = scipy.linalg.solve_triangular(c, b, lower=True)
        return scipy.linalg.solve_triangular(c, y, trans=1, lower=True)
    y = scipy.linalg.solve_triangular(c, b, trans=1)
    return scipy.linalg.solve_triangular(c, y)


def lu_solve(lu_and_piv, b, trans=0, overwrite_b=False, check_finite=True):
    """The solution of a system from LU factors."""
    factors, pivots = lu_and_piv
    x = np.array(b, dtype=np.float64)
    for at in range(pivots.size):
        other = pivots[at]
        if other != at:
            row = x[at].copy()
            x[at] = x[other]
            x[other] = row
    y = scipy.linalg.solve_triangular(factors, x, lower=True, unit_diagonal=True)
    return scipy.linalg.solve_triangular(factors, y)


def lu(a, permute_l=False, overwrite_a=False, check_finite=True):
    """The factors p, l and u with a = p l u."""
    factors, pivots = scipy.linalg.lu_factor(a)
    rows = factors.shape[0]
    least = min(factors.shape[0], factors.shape[1])
    order = np.arange(rows)
    for at in range(pivots.size):
        other = pivots[at]
        row = order[at]
        order[at] = order[other]
        order[other] = row
    p = np.zeros((rows, rows))
    for at in range(rows):
        p[order[at], at] = 1.0
    lower = np.tril(factors[:, :least], -1) + np.eye(rows, least)
    return p, lower, np.triu(factors[:least])


def qr(a, overwrite_a=False, lwork=None, mode="full", pivoting=False, check_finite=True):
    """The factors q and r, square unless the mode is 'economic'."""
    if mode == "economic":
        q, r = np.linalg.qr(a)
        return q, r
    if mode == "r":
        q, r = np.linalg.qr(a, mode="complete")
        return (r,)
    q, r = np.linalg.qr(a, mode="complete")
    return q, r


def eigh(a, lower=True):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    if lower:
        w, v = np.linalg.eigh(a)
        return w, v
    w, v = np.linalg.eigh(a, UPLO="U")
    return w, v


def eigvalsh(a, lower=True):
    """Eigenvalues of a symmetric matrix."""
    if lower:
        return np.linalg.eigvalsh(a)
    return np.linalg.eigvalsh(a, UPLO="U")


def pinv(a):
    """The Moore-Penrose inverse."""
    limit = max(a.shape[0], a.shape[1]) * np.finfo(np.float64).eps
    return np.linalg.pinv(a, limit)


def expm(A):
    """The exponential: scaled, a quotient of polynomials, squared (N. Higham, 2005)."""
    a = np.array(A, dtype=np.float64)
    n = a.shape[0]
    norm = 0.0
    for column in range(n):
        norm = max(norm, float(np.sum(np.abs(a[:, column]))))
    squarings = 0
    while norm > 5.371920351148152:
        norm = norm / 2.0
        squarings += 1
    a = a / 2.0**squarings
    one = np.eye(n)
    a2 = a @ a
    a4 = a2 @ a2
    a6 = a2 @ a4
    odd = a6 @ (a6 + 16380.0 * a4 + 40840800.0 * a2) + 33522128640.0 * a6 + 10559470521600.0 * a4
    odd = a @ (odd + 1187353796428800.0 * a2 + 32382376266240000.0 * one)
    even = a6 @ (182.0 * a6 + 960960.0 * a4 + 1323241920.0 * a2) + 670442572800.0 * a6
    even = even + 129060195264000.0 * a4 + 7771770303897600.0 * a2 + 64764752532480000.0 * one
    result = np.linalg.solve(even - odd, even + odd)
    for _ in range(squarings):
        result = result @ result
    return result
