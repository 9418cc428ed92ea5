# COMPARE: exact
x = 10
x += 5
x -= 3
x *= 2
x //= 5
x **= 3
x %= 50
x <<= 2
x |= 1
x ^= 3
x &= 31
x >>= 1
print(x)
y = 7.0
y /= 2
y *= 3
y -= 0.5
print(y)
a = b = 4
a += 1
print(a, b)
