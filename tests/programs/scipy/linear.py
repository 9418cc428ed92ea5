# COMPARE: rtol 1e-9
import numpy as np
import scipy.linalg
from scipy.linalg import cho_factor, cho_solve, lu_factor, lu_solve

rng = np.random.default_rng(8)
a = rng.normal(size=(4, 4))
s = a @ a.T + 4.0 * np.eye(4)
b = rng.normal(size=4)

print(scipy.linalg.solve(a, b), scipy.linalg.inv(a), scipy.linalg.det(a), scipy.linalg.norm(a))
print(scipy.linalg.cholesky(s), scipy.linalg.cholesky(s, lower=True))
print(cho_solve(cho_factor(s), b), cho_solve(cho_factor(s, lower=True), b))
factors, pivots = lu_factor(a)
print(factors, pivots, lu_solve((factors, pivots), b), lu_solve((factors, pivots), np.ones((4, 2))))
p, l, u = scipy.linalg.lu(a)
print(p, l, u)
p, l, u = scipy.linalg.lu(a[:, :2])
print(p, l, u)
print(scipy.linalg.solve_triangular(u, b[:2]), scipy.linalg.solve_triangular(s, b, lower=True))
print(scipy.linalg.solve_triangular(s, b, trans=1), scipy.linalg.solve_triangular(s, b, lower=True, trans="T", unit_diagonal=True))
print(scipy.linalg.expm(a), scipy.linalg.expm(np.zeros((2, 2))), scipy.linalg.expm(3.0 * a))
q, r = scipy.linalg.qr(a[:, :2])
print(q.shape, r)
q, r = scipy.linalg.qr(a[:, :2], mode="economic")
print(q, r)
w, v = scipy.linalg.eigh(s)
print(w, np.abs(v), scipy.linalg.eigvalsh(s), scipy.linalg.svdvals(a))
