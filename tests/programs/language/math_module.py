# COMPARE: rtol 1e-14
import math
from math import sqrt, floor

print(math.sqrt(2.0), sqrt(16), floor(-2.5), math.ceil(2.1), math.trunc(-2.7))
print(math.sin(1.0), math.cos(1.0), math.tan(1.0), math.atan2(1.0, -1.0))
print(math.exp(1.5), math.log(10.0), math.log10(1000.0), math.log2(8.0), math.log(8, 2))
print(math.pi, math.e, math.inf, math.hypot(3.0, 4.0), math.pow(2.0, 10))
print(math.isnan(math.nan), math.isinf(math.inf), math.fabs(-2.0), math.fmod(-7.0, 3.0))
print(math.gcd(12, 18), math.factorial(10), math.degrees(math.pi), math.radians(180.0))
