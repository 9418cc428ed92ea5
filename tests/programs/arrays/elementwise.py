# COMPARE: rtol 1e-13
import numpy as np

x = np.linspace(0.1, 2.0, 8)
print(np.exp(x), np.log(x), np.sqrt(x))
print(np.sin(x), np.cos(x), np.tan(x), np.tanh(x))
print(np.abs(x - 1.0), np.maximum(x, 1.0), np.minimum(x, 1.0), np.clip(x, 0.5, 1.5))
print(x ** 2, x ** 0.5, x ** 3, 2.0 ** x, 1.0 / x, -x)
print(np.where(x > 1.0, x, -x), np.floor(x), np.ceil(x), np.sign(x - 1.0))
print(np.log1p(x), np.expm1(x), np.arctan(x), np.square(x), np.hypot(x, 1.0), np.arctan2(x, 2.0))
print(x % 0.3, x // 0.3, np.isnan(x).any(), np.isfinite(x).all())
