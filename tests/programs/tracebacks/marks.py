# COMPARE: exact
# TRACEBACK: whole
# Marks below the part of a line that failed: operators, brackets, calls, parts of a line and whole lines, in frames of all kinds.
import sys


class Point:
    def __init__(self, x):
        self.x = x
        if x > 2:
            raise ValueError(f"{x} is too big")  # not the whole line

    def over(self, y): return 1 + self.x // y * 2


def points(n):
    found = [Point(k) for k in range(n)]
    return found


def picked(values, n):
    pairs = {}
    pairs["é"] = 1; values[n] += pairs["é"]
    return values[
        n] // (values[0]) - 1


def totals(values, n):
    try:
        return picked(values, n) + 1
    except IndexError:
        t = sum(p.x for p in points(n)); return t


def last(values, n):
    try:
        return totals(values, n)
    finally:
        values[0] //= n - len(values) - 1


def shifted(values, n):
    try:
        return last(values, n) if n else -values[n]
    except ZeroDivisionError as error:
        first, second = values
        raise KeyError(first + second) from error


numbers = [4, 5, 6]
numbers.append(len(sys.argv))
try:
    print((Point(1).over(2), Point(2).over(1))[1], Point(1).over(0))
except ZeroDivisionError as e:
    print(type(e).__name__, str(e), repr(e), e.args, len(e.args), e.args[0])
    assert shifted(numbers, 5), "never"  # not the whole line
