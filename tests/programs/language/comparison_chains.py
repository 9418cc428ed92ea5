# COMPARE: exact
def noisy(x):
    print("looked at", x)
    return x

for i in range(6):
    if 1 < i <= 4:
        print(i, "inside")
    else:
        print(i, "outside")
print(1 < noisy(2) < 3)
print(3 < noisy(2) < noisy(9))
print(1 == 1.0, 1 != 2 != 1, 2 > 1 >= 1)
print("a" < "b", "abc" == "abc", "x" != "y")
