# COMPARE: exact
# Classes of exceptions, handlers, else, finally, re-raising, and ways out of guarded blocks.
import contextlib

import numpy as np


class SolverError(ValueError):
    """Did not converge."""


class Fatal(Exception):
    pass


def solve(n):
    if n < 0:
        raise SolverError(f"negative size {n}")
    if n == 0:
        raise ZeroDivisionError
    return 10 // (n - 3)


def attempt(n):
    try:
        value = solve(n)
    except SolverError as e:
        print("solver", e, repr(e), e.args[0], type(e).__name__)
        return -1
    except (ZeroDivisionError, OverflowError) as e:
        print("arith", str(e), isinstance(e, ArithmeticError), isinstance(e, ValueError))
        value = -2
    else:
        print("fine", value)
    finally:
        print("finally", n)
    return value


for n in [-5, 0, 3, 4, 13]:
    print(n, attempt(n))

x = 1
try:
    x = 2
    a = np.zeros(3)
    x = 3
    print(a[5])
    x = 4
except IndexError as e:
    print("caught", e, x)

total = 0
for i in range(6):
    try:
        if i == 1:
            continue
        if i == 4:
            break
        total += i
        if i == 3:
            raise KeyError("three")
    except KeyError as e:
        print("key", e, repr(e), e.args[0])
        total += 100
    finally:
        total += 1000
print(i, total)


def nested(k):
    try:
        try:
            if k == 0:
                raise ValueError("inner")
            if k == 1:
                raise TypeError("type")
            return "none"
        except ValueError as e:
            raise RuntimeError(f"wrapped {e}") from e
        finally:
            print("inner finally")
    except RuntimeError as e:
        return str(e)
    except Exception as e:
        return f"other {type(e).__name__}: {e}"


for k in range(3):
    print(nested(k))


def last():
    for k in range(3):
        try:
            return k
        finally:
            print("cleanup", k)


print(last())


def swallow():
    while True:
        try:
            raise ValueError("lost")
        finally:
            break
    return "done"


print(swallow())


def reraise(n):
    try:
        np.zeros((2, 3)) + np.zeros((n, 3))
    except ValueError:
        print("seen")
        raise


try:
    reraise(4)
except ValueError as e:
    print(e)
try:
    raise Fatal("a", 3)
except Fatal as e:
    print(e, repr(e), e.args[0])
with contextlib.suppress(ZeroDivisionError):
    print(1 // (x - 3))
    print("not reached")
with np.errstate(divide="ignore"):
    print("err")


def looped(values):
    good = 0
    last = None
    for k in range(len(values)):
        try:
            last = 10 // int(values[k])
        except ZeroDivisionError:
            continue
        good += 1
    return good, last


print(looped(np.array([1, 0, 5, 0])))


def deep(n):
    try:
        if n == 0:
            raise LookupError("bottom")
        return deep(n - 1) + 1
    except ValueError:
        return -1
    finally:
        if n % 2 == 0:
            print("up", n)


try:
    deep(5)
except LookupError as e:
    print(type(e).__name__, e)

for text in ("12", "x1", "3.5"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
