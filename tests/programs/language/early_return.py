# COMPARE: exact
def first_square_above(limit):
    for i in range(1000):
        if i * i > limit:
            return i * i
    return -1

def classify(x):
    if x < 0:
        return "negative"
    if x == 0:
        return "zero"
    while True:
        x -= 10
        if x < 0:
            return "small"
        if x > 100:
            return "big"

def nothing(x):
    if x > 0:
        print("positive")
        return
    print("not positive")

print(first_square_above(50), first_square_above(10 ** 9))
for x in (-5, 0, 5, 500):
    print(x, classify(x))
nothing(1)
nothing(-1)
