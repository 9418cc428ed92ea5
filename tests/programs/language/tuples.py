# COMPARE: exact
def divide(a, b):
    return a // b, a % b

def stats(a, b, c):
    low = min(a, b, c)
    high = max(a, b, c)
    return low, high, (a + b + c) / 3

q, r = divide(17, 5)
print(q, r)
a, b = 1, 2
a, b = b, a
print(a, b)
low, high, mean = stats(3.0, 1.0, 2.0)
print(low, high, mean)
pair = divide(100, 7)
print(pair[0], pair[1], pair)
(x, y), z = (1, 2), 3
print(x, y, z)
fib = (0, 1)
for _ in range(10):
    fib = (fib[1], fib[0] + fib[1])
print(fib)
print(len(pair), (1, 2) == (1, 2))
