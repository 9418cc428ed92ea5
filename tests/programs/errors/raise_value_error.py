# COMPARE: exact
def check(x):
    if x > 2:
        raise ValueError(f"too large: {x}")
    return x

for i in range(5):
    print(check(i))
