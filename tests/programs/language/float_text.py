# COMPARE: exact
print(1.0, 0.1, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1e100, -0.0)
print(float("inf"), float("-inf"), float("nan"))
print(1e22, 1.5e-7, 100000.0, 2.0 ** 53, 1 / 3)
print(str(0.1 + 0.2), 3.0e8, 5e-324, 1.7976931348623157e308)
