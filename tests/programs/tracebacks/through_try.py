# COMPARE: exact
# TRACEBACK: whole
# An exception that no handler takes goes through `try`, `finally` and `with`.
import contextlib


def divide(a, b):
    return a // b


def careful(a, b):
    try:
        with contextlib.suppress(KeyError):
            return divide(a, b)
    except ValueError:
        print("never")
    finally:
        print("left", a)
    return 0


def loop(n):
    total = 0
    for i in range(n, -2, -1):
        total += careful(n, i)
    return total


print(loop(3))
