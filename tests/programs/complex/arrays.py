# COMPARE: rtol 1e-13
import numpy as np

a = np.array([1 + 2j, 3 - 1j, -0.5 + 0.25j, 4j])
b = np.array([2.0, -1.0, 0.5, 3.0])
print(a, a.dtype, a.shape, a.nbytes)
print(repr(a))
print(a + b, a * b, a / b, a - 1j, a * a, a / (1 + a), 2 ** a.real)
print(np.abs(a), np.angle(a), np.conj(a), a.conj(), np.real(a), np.imag(a))
print(np.exp(a), np.log(a), np.sqrt(a))
print(np.sin(a), np.cos(a), np.tan(a))
print(np.sinh(a), np.cosh(a), np.tanh(a))
print(np.arcsin(a), np.arccos(a), np.arctan(a))
print(a ** 2, a ** 3, a ** 0.5, a ** (1 + 1j), a ** -2)
print(np.square(a), np.reciprocal(a), np.sign(a), np.log10(a), np.log2(a), np.expm1(a), np.log1p(a), np.exp2(a))
print(a.sum(), a.prod(), a.mean(), np.var(a), np.std(a), np.cumsum(a), np.cumprod(a))
print(a == a.conj(), a != 4j, a < 1, a >= 1 + 2j, np.isnan(a), np.isfinite(a), np.isinf(a))
print(np.max(a), np.min(a), np.argmax(a), np.argmin(a), np.sort(a), np.argsort(a))
print(np.maximum(a, 1 + 0j), np.minimum(a, b), np.where(b > 0, a, 0), np.any(a), np.all(a))
print(np.iscomplex(a), np.isreal(a + 0), np.iscomplexobj(a), np.isrealobj(b), np.iscomplexobj(1j))

m = np.arange(6).reshape(2, 3) * (1 + 1j)
print(m, m.T, m @ m.T, np.dot(m, a[:3]), np.vdot(a, a), np.inner(a, a), np.outer(a[:2], a[:2]))
print(m.sum(axis=0), m.mean(axis=1), m[:, 1], m[1, ::-1], m[m.real > 2])
print(np.concatenate([a, a[:1]]), np.stack([a, a]), np.roll(a, 1), np.tile(a[:2], 2), np.repeat(a[:2], 2))
print(a[[2, 0]], np.take(a, [1, 1]), np.flip(a), np.unique(np.array([1j, 1, 1j, 0])))

z = np.zeros((2, 2), dtype=complex)
z[0, 1] = 2 - 1j
z[1] = [1, 1j]
z += 1
z *= 1j
print(z, np.ones(2, dtype=np.complex64), np.full(2, 1 + 2j), np.eye(2, dtype=complex))
print(np.empty(0, dtype="complex64"), np.zeros(3, "c16"), np.array([1, 2], dtype=np.dtype("complex")))

s = np.array([1 + 2j, 0.5], dtype=np.complex64)
print(s, repr(s), (s * 2).dtype, (s + 1.5).dtype, (s + np.arange(2)).dtype, (s * np.float32(2)).dtype, (s * a[:2]).dtype)
print(np.abs(s).dtype, s.real.dtype, np.exp(s), np.sqrt(s), s / (1 + s), s.sum(), s @ s, np.sin(s), s ** 2.5)
print(a.astype(np.complex64), b.astype(complex), np.array([0, 1j]).astype(bool))
x = np.linspace(0, 1, 5)
print(np.exp(2j * np.pi * x), np.e ** (1j * x), np.exp(-1j * np.outer(x[:2], x[:3])))

v = np.array([0.0, -0.0, 1.0, -2.5, np.inf, -np.inf, np.nan, 1e300, 1e-8])
w = np.zeros((9, 9), dtype=complex)
w.real = v[:, None]
w.imag = v
t = w[::-1] * 1
print(np.sign(w), np.reciprocal(w), w / t, w * t)
print(np.exp(w), np.sqrt(w), np.abs(w), np.sin(w), np.tanh(w))
print(w < t, w <= t, np.maximum(w, t), np.fmin(w, t), w == t, np.isnan(w), np.sort(w[3]))
