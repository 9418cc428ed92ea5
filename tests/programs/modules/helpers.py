# MODULE of several_files.py
import numpy as np
from math import sqrt
print("helpers runs", __name__)
SCALE = 2.5
NAME = "h"
counter = 0
table = np.arange(6).reshape(2, 3) * SCALE
def f(x, k=SCALE):
    return sqrt(x) * k
def bump():
    global counter
    counter += 1
