# COMPARE: exact
import math

import numpy as np

print(np.exp(1.0), math.exp(1), np.exp(np.ones(1))[0], np.exp(0.5), np.exp(-1.0), np.exp(2.0), np.exp(10.0))
print(np.log(10.0), np.log(2.0), np.sin(1.0), np.cos(1.0), np.tanh(1.0), np.sqrt(2.0))
x = np.array([-0.0, 0.0, 1e-300, -1e-9, 0.3, -0.7, 1.0, 5.5, -12.25, 40.0])
print(np.exp(x), np.expm1(x), np.exp2(x))
print(np.sin(x), np.cos(x), np.tanh(x))
y = np.abs(x) + 0.25
print(np.log(y), np.log2(y), np.log1p(y), np.log1p(-y / 64))
print(np.exp(np.array([-800.0, -745.0, 709.7, 800.0, np.inf, -np.inf, np.nan])), np.log(np.array([0.5, np.inf, np.nan])))
z = np.array([0.0, -0.0])
w = z[::-1].copy()
print(np.maximum(z, w), np.minimum(z, w), np.maximum(w, z), np.clip(z, 0, 1), np.clip(w, -1, 0))
print(np.fmax(z, np.array([np.nan, 1.0])), np.maximum(z, np.array([np.nan, 1.0])))
