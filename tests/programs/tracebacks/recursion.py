# COMPARE: exact
# TRACEBACK: whole
# Equal frames are counted; functions that call one another are told apart.


def countdown(n):
    if n == 0:
        raise ValueError("nothing is left")
    return countdown(n - 1) + 1


def even(n):
    if n < 0:
        raise RuntimeError("below zero")
    return odd(n - 1)


def odd(n):
    return even(n - 2)


try:
    countdown(3)
except ValueError as error:
    print("caught", error)

try:
    print(even(5))
except RuntimeError as error:
    print(error)

print(countdown(12))
