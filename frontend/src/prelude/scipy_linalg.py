"""scipy.linalg, made of the decompositions of NumPy's names."""
import numpy as np
import physl
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
    if trans != 0:
        y = scipy.linalg.solve_triangular(factors, x, trans=1)
        x = np.array(scipy.linalg.solve_triangular(factors, y, trans=1, lower=True, unit_diagonal=True))
        for at in range(pivots.size - 1, -1, -1):
            other = pivots[at]
            if other != at:
                row = x[at].copy()
                x[at] = x[other]
                x[other] = row
        return x
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
    if permute_l:
        return p @ lower, np.triu(factors[:least])
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


def eig(a, b=None, left=False, right=True, overwrite_a=False, overwrite_b=False, check_finite=True):
    """Eigenvalues, complex, and eigenvectors, real where all eigenvalues are."""
    if b is not None or left or not right:
        physl._refuse("scipy.linalg.eig gives eigenvalues and right eigenvectors of one matrix here", "leave `b`, `left` and `right` out")
    w, v = np.linalg.eig(a)
    return physl.linalg._complex_eigvals(a), v


def lstsq(a, b, cond=None, overwrite_a=False, overwrite_b=False, check_finite=True, lapack_driver=None):
    """Least squares: the solution, the sums of squares that are left, the rank and the singular values."""
    limit = np.finfo(np.float64).eps if cond is None else cond
    return np.linalg.lstsq(a, b, limit)


def block_diag(*arrs):
    """Matrices along the diagonal."""
    rows = 0
    columns = 0
    blocks = ()
    for a in arrs:
        block = np.atleast_2d(np.asarray(a))
        blocks = blocks + (block,)
        rows = rows + block.shape[0]
        columns = columns + block.shape[1]
    out = np.zeros((rows, columns), dtype=np.result_type(*blocks))
    row = 0
    column = 0
    for block in blocks:
        out[row : row + block.shape[0], column : column + block.shape[1]] = block
        row += block.shape[0]
        column += block.shape[1]
    return out


def toeplitz(c, r=None):
    """Constant along the diagonals: its first column and its first row."""
    column = np.ravel(np.asarray(c))
    row = np.conj(column) if r is None else np.ravel(np.asarray(r))
    values = np.concatenate((column[::-1], row[1:]))
    return values[np.arange(column.size)[::-1][:, None] + np.arange(row.size)]


def circulant(c):
    """Each column the one before turned by one."""
    column = np.ravel(np.asarray(c))
    return column[(np.arange(column.size)[:, None] - np.arange(column.size)) % column.size]


def hankel(c, r=None):
    """Constant along the other diagonals: its first column and its last row."""
    column = np.ravel(np.asarray(c))
    row = np.zeros_like(column) if r is None else np.ravel(np.asarray(r))
    values = np.concatenate((column, row[1:]))
    return values[np.arange(column.size)[:, None] + np.arange(row.size)]


def hilbert(n):
    """1 / (i + j + 1)."""
    return 1.0 / (1.0 + np.arange(n)[:, None] + np.arange(n))


def companion(a):
    """The matrix whose eigenvalues are the zeros of a polynomial."""
    a = np.ravel(np.asarray(a))
    n = a.size
    out = np.zeros((n - 1, n - 1), dtype=np.result_type(a, np.float64))
    out[0] = -a[1:] / (1.0 * a[0])
    out[np.arange(1, n - 1), np.arange(n - 2)] = 1
    return out
