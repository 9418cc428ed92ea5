# COMPARE: rtol 1e-12
import numpy as np
import scipy.sparse
from scipy.sparse import csr_matrix, csr_array

def poisson(n):
    rows, cols, vals = [], [], []
    for i in range(n):
        rows.append(i); cols.append(i); vals.append(2.0)
        if i > 0:
            rows.append(i); cols.append(i - 1); vals.append(-1.0)
        if i < n - 1:
            rows.append(i); cols.append(i + 1); vals.append(-1.0)
    return csr_matrix((vals, (rows, cols)), shape=(n, n))

def conjugate_gradient(A, b, steps):
    x = np.zeros_like(b)
    r = b - A @ x
    p = r.copy()
    rs = r @ r
    for k in range(steps):
        Ap = A @ p
        alpha = rs / (p @ Ap)
        x += alpha * p
        r -= alpha * Ap
        new = r @ r
        if np.sqrt(new) < 1e-10:
            break
        p = r + (new / rs) * p
        rs = new
    return x

A = poisson(20)
print(A.shape, A.nnz, A.dtype, A.ndim, A.indptr[:5], A.indices[:6], A.data[:4])
b = np.linspace(0, 1, 20)
x = conjugate_gradient(A, b, 50)
print(np.round(x, 8))
print(np.abs(A @ x - b).max() < 1e-8)
D = np.array([[1.0, 0, 2], [0, 0, 3], [4, 5, 6]])
S = csr_matrix(D)
print(S.toarray(), S.diagonal(), S.T.toarray(), (S @ D), S.dot(np.arange(3.0)))
print((S @ S).toarray(), (S + S).toarray(), (S - S.T).toarray(), (S * 2).toarray(), (3 * S).toarray(), (S / 2).data)
P = scipy.sparse.csr_matrix((np.array([1.5, 2.5, 3.5]), np.array([0, 2, 1]), np.array([0, 2, 2, 3])), shape=(3, 3))
print(P.toarray(), (P @ S).toarray(), P.nnz)
Q = csr_array((np.array([1, 2, 3, 4]), (np.array([0, 0, 1, 1]), np.array([1, 1, 0, 2]))), shape=(2, 3))
print(Q.toarray(), Q @ np.array([1, 2, 3]), Q.shape, Q.T.shape)
