# COMPARE: exact
def power(base, exponent=2, *, offset=0):
    return base ** exponent + offset

print(power(3))
print(power(3, 3))
print(power(exponent=4, base=2))
print(power(2, offset=10))
print(power(2.5, 2))
