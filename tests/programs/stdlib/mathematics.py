# COMPARE: exact
"""All of `math`."""
import math
from math import comb, gcd, isqrt, pi, sqrt

for x in (0.5, 1.0, 2.5, 10.0, 0.001):
    print(math.sqrt(x), round(math.cbrt(x), 12), math.exp(x), math.exp2(x), math.expm1(x))
    print(math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.log(x, 3))
    print(math.erf(x), math.erfc(x), math.gamma(x), math.lgamma(x))
    print(math.atan(x), math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x))
    print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(-x), math.modf(x), math.frexp(x), math.ldexp(x, 3))
    print(math.degrees(x), math.radians(x), math.ulp(x), math.nextafter(x, 0.0), math.copysign(x, -1))
print(math.sin(pi / 6), math.cos(1.0), math.tan(0.5), math.asin(0.5), math.acos(0.5), math.atan2(1, -2), math.acosh(1.5), math.atanh(0.5))
print(math.gcd(12, 18), math.gcd(12, 18, 8), math.lcm(4, 6, 10), gcd(0, 5), math.lcm(), math.gcd())
print(isqrt(99), comb(10, 3), math.perm(5, 2), math.perm(5), math.factorial(10), math.prod((1, 2, 3, 4)), math.prod((1.5, 2), start=2))
print(math.fsum([0.1] * 10), math.fsum((1e308, 1.0, -1e308)), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(1e200, 1e200, 1.0), math.hypot())
print(math.dist((1, 2), (4, 6)), math.dist((1.5, 2, 3), (0, 0, 0.25)), math.isclose(1.0, 1.0 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.fmod(-7, 3), math.remainder(7, 4), math.pow(2, 0.5))
print(math.e, math.tau, math.inf, -math.inf, math.nan, sqrt(2))
print(math.gamma(5), math.gamma(0.5), math.gamma(-1.5), math.gamma(30.5), math.lgamma(100), math.lgamma(-2.5), math.gamma(171))
print(math.ceil(-2.5), math.floor(-2.5), math.trunc(-2.5), math.floor(7), math.ceil(True))
