# COMPARE: rtol 1e-9
import numpy as np
print(np.roots([1, -3, 2]))
print(np.roots([1.0, 0, 1]))
r = np.roots([1, -6, 11, -6])
print(r, r.dtype, np.sort(r), r[0], r[1:], r.real, r.imag, r.max(), r.sum(), np.abs(r), len(r), r.shape)
print(f"{r[0]:.3f}", f"{r}", str(r), repr(r))
a = np.array([[2.0, 1.0], [1.0, 3.0]])
w, v = np.linalg.eig(a)
print(w, v, v[:, 0], v @ np.diag(w) @ np.linalg.inv(v))
order = np.argsort(w)[::-1]
print(w[order], v[:, order])
def spectral_radius(m):
    return np.max(np.abs(np.linalg.eigvals(m)))
print(spectral_radius(a), spectral_radius(np.array([[0.0, 1], [-1, 0]])))
def stationary(p):
    w, v = np.linalg.eig(p.T)
    k = np.argmin(np.abs(w - 1))
    x = np.real(v[:, k])
    return x / x.sum()
print(stationary(np.array([[0.9, 0.1], [0.5, 0.5]])))
w, v = np.linalg.eig(np.array([[0.0, 1], [-1, 0]]))
print(w, v, np.iscomplexobj(w), np.isreal(w).all(), np.all(np.isreal(w)))
for x in np.linalg.eigvals(a):
    print(x)
ev = np.linalg.eigvals(a)
for i in range(2):
    print(i, ev[i], ev[i] ** 2)
t = ev
t = t * 2
print(t, t + 1j, -t, t > 2 if np.isrealobj(t) else "complex")
print(all(ev.real > 0), np.any(ev < 0), np.all(np.linalg.eigvals(a) > 0))
print(np.linalg.eigvals(np.eye(2, dtype=np.float32)).dtype, np.linalg.eig(a).eigenvalues)
print(np.poly(a), np.poly(np.array([[1.0, 2], [3, 4]])), np.roots([]), np.roots([2.0]), np.roots([1, 0, 0]))
x = np.roots([1, 2, 5])
if np.iscomplex(x).any():
    print("complex pair", x[0], x.real[0], x.imag[0], np.conj(x))
d = {}
d["w"] = np.linalg.eigvals(a)
print(d["w"])
lst = [np.linalg.eigvals(a), np.linalg.eigvals(np.array([[0.0, 1], [-1, 0]]))]
print(lst[0])
print(np.allclose(ev, [1.38, 3.6]), np.round(ev, 3), ev.tolist(), ev.mean(), sum(ev), max(abs(ev)))
print(np.trace(a) == ev.sum(), np.prod(ev), sorted(ev))
