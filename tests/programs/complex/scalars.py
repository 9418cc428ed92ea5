# COMPARE: exact
import cmath
import numpy as np


def power(z, n):
    result = 1 + 0j
    for _ in range(n):
        result = result * z
    return result


def escape(c):
    z = 0
    for n in range(50):
        if abs(z) > 2.0:
            return n
        z = z * z + c
    return 50


z = 3 + 4j
w = complex(1.5, -2)
print(z, w, z + w, z - w, z * w, z / w, -z, +z)
print(z.real, z.imag, z.conjugate(), abs(z), z == 3 + 4j, z != w, bool(z), bool(0j))
print(z + 1, 2 * z, z - 0.5, 1 / z, z ** 2, z ** 3, z ** -1, z ** 0)
print(repr(z), str(w), [z, w], (z, 1j))
print(f"{z:.3f} {w:10.2e}| {z} {1j:+.1f} {z:>20}|")
print(complex("1+2j"), complex(" (3-4.5j) "), complex("j"), complex(7), complex(), complex(1j, 1j))
print(power(1 + 1j, 5), escape(0.3 + 0.5j), escape(1 + 1j), escape(-1.0))
print(1e16 + 1j, complex(0.0, -0.0), complex(-0.0, 1.0), complex(float("nan"), float("inf")))
print((5).real, (2.5).imag, True.real)
total = 0j
for k in range(1, 6):
    total += k * 1j ** k
print(total)
values = [1 + 2j, 3j, -1.5 + 0j]
print(sum(values), values[1], len(values), 3j in values)

a = np.complex128(1 + 2j)
b = np.complex64(0.5 - 1j)
print(a, b, repr(a), repr(b), a * b, a + 1, b + 1, b + 1.5, a == 1 + 2j)
print(a.real, a.imag, b.real, repr(b.imag), a.conjugate(), abs(a), np.abs(b))
print((b + b).dtype, (a / b), (b * 2).dtype, (b + np.float64(1)).dtype)
print(a < 2 + 0j, a > 1 + 1j, np.complex128(0), np.complex128(-0.5j))
print(complex(a), a.item(), np.float32(2) + 1j, np.int64(2) * 1j)

print(cmath.phase(-1 + 0j), cmath.polar(3 + 4j), cmath.rect(2.0, 0.0))
print(cmath.isnan(complex(0, float("nan"))), cmath.isinf(complex(float("inf"), 0)), cmath.isfinite(1j))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.pi, cmath.e, cmath.tau, cmath.infj, cmath.nanj)
print(cmath.sqrt(-1), cmath.sqrt(-4 + 0j), cmath.exp(0j))
