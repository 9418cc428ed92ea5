# COMPARE: exact
a = 17
b = 5
for x in range(-3, 4):
    if x != 0:
        print(x, a // x, a % x, -a // x, -a % x, a / x)
print(a ** 2, a ** -1, 2 ** 10, (-2) ** 3, 2.0 ** 0.5)
print(a & b, a | b, a ^ b, a << 2, a >> 1, ~a, -a, +a)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(1e300 * 1e10, -1e300 * 1e10, 1.0 / 3.0)
print(abs(-3), abs(-2.5), min(3, 1, 2), max(1.5, 2), round(2.5), round(3.5), round(2.675, 2))
print(int(3.99), int(-3.99), float(7), int("42"), float("2.5"), bool(0), bool(3))
print(divmod(17, 5), divmod(-17, 5))
print(True + True, True and 3, 0 or 5, not 0)
