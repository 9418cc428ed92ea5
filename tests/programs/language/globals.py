# COMPARE: exact
import math

LIMIT = 3
scale = 2.5
counter = 0

def bump():
    global counter
    counter += 1
    return counter

def scaled(x):
    return scale * x + LIMIT

for _ in range(LIMIT):
    bump()
print(counter, scaled(2.0))
scale = 10.0
print(scaled(2.0), math.pi)
