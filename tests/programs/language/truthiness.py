# COMPARE: exact
x = 0
y = ""
z = 2.5
if not x:
    print("zero is false")
if not y:
    print("empty is false")
if z and not x:
    print("nonzero is true")
while x < 3:
    x += 1
print(x if x else -1)
print(bool(""), bool("a"), bool(0.0), bool(-1))
