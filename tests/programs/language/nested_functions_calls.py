# COMPARE: exact
def square(x):
    return x * x

def twice(x):
    return square(x) + square(x + 1)

def combine(a, b):
    return twice(a) - twice(b)

print(combine(5, 3), combine(2.5, 1.5))
print(square(square(3)), max(square(2), twice(1)))
