# COMPARE: rtol 1e-14
import math
from math import sqrt, floor

print(math.sqrt(2.0), sqrt(16), floor(-2.5), math.ceil(2.1), math.trunc(-2.7))
print(math.sin(1.0), math.cos(1.0), math.tan(1.0), math.atan2(1.0, -1.0))
print(math.exp(1.5), math.log(10.0), math.log10(1000.0), math.log2(8.0), math.log(8, 2))
print(math.pi, math.e, math.inf, math.hypot(3.0, 4.0), math.pow(2.0, 10))
print(math.isnan(math.nan), math.isinf(math.inf), math.fabs(-2.0), math.fmod(-7.0, 3.0))
print(math.gcd(12, 18), math.factorial(10), math.degrees(math.pi), math.radians(180.0))

# Whole numbers, parts and neighbours.
print(math.isqrt(0), math.isqrt(1), math.isqrt(15), math.isqrt(16), math.isqrt(2**62))
print(math.isqrt(9223372036854775807), math.isqrt(3037000499**2), math.isqrt(3037000499**2 - 1))
for k in range(1, 3000000, 134570):
    r = math.isqrt(k * k * 7)
    assert r * r <= k * k * 7 < (r + 1) ** 2
print(math.gcd(), math.gcd(12), math.gcd(12, -18), math.gcd(12, 18, 27), math.lcm(), math.lcm(4, 6), math.lcm(0, 3))
print(math.lcm(4, -6, 10), math.comb(5, 2), math.comb(60, 30), math.comb(66, 33), math.comb(3, 5), math.comb(0, 0))
print(math.perm(5), math.perm(5, 2), math.perm(3, 5), math.perm(20), math.factorial(20))
print(math.modf(3.75), math.modf(-3.75), math.modf(math.inf), math.modf(-0.0))
print(math.ulp(1.0), math.ulp(0.0), math.ulp(math.inf), math.ulp(1.7976931348623157e308), math.ulp(-5.0))
print(math.nextafter(1.0, 2.0), math.nextafter(0.0, -1.0))
print(math.dist((1, 2), (4, 6)), math.dist([1.0], [3.5]), math.hypot(3, 4), math.hypot(-2), math.hypot())
