# COMPARE: exact
def sign(x):
    return 1 if x > 0 else -1 if x < 0 else 0

print(sign(5), sign(-2.5), sign(0))
x = 10
label = "even" if x % 2 == 0 else "odd"
print(label)
limit = x if x < 5 else 5
print(limit, (x or 3) + 1, (0 or 4) * 2, x and 7)
y = 2.5 if x > 100 else 1.5
print(y)
