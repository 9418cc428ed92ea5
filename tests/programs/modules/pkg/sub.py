# MODULE of several_files.py
from . import other
from .other import g
import math
print("sub runs", g(np_free := 2) if False else "x")
PI = math.pi
def area(r):
    return PI * r * r + other.TWO
