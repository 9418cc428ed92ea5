# COMPARE: exact
big = 2 ** 62
print(big, -big, big - 1 + big)
print(9223372036854775807, -9223372036854775807 - 1)
print(big // 3, big % 1000, big >> 60)
print(3 * 10 ** 18 // 7)
