# COMPARE: exact
def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)

def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)

def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)

print(factorial(15))
print(fib(20))
print(ackermann(2, 3))
print(is_even(10), is_odd(7))
