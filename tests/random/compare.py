"""Compares what two runs of a random program have printed: exactly, but for values that are marked as loose."""

import re

#: Loose values are sums and functions of a few values, in single precision at worst.
RELATIVE, ABSOLUTE = 1e-4, 1e-5


#: Which of several zeros is the least or the greatest, and so its sign, NumPy leaves to the machine.
CHOOSES_A_ZERO = re.compile(r"\b(min|max|minimum|maximum)\b")


def differs(expected, actual, program=""):
    """What is different first, or nothing."""
    any_zero = CHOOSES_A_ZERO.search(program) is not None
    if expected == actual:
        return ""
    ours, theirs = values(actual), values(expected)
    for name, (loose, text) in theirs.items():
        if name not in ours:
            return f"{name} is missing"
        if not same(text, ours[name][1], loose) and not (any_zero and words(text, True) == words(ours[name][1], True)):
            return f"{name} is {brief(ours[name][1])}, expected {brief(text)}"
    return ""


def values(text):
    """Name -> whether it is loose, and the text."""
    parts = re.split(r"^(~ )?(v\d+) ", text, flags=re.MULTILINE)
    return {name: (bool(mark), shown) for mark, name, shown in zip(parts[1::3], parts[2::3], parts[3::3])}


def same(expected, actual, loose):
    if expected == actual:
        return True
    if not loose:
        return False
    left, right = words(expected), words(actual)
    return len(left) == len(right) and all(near(a, b) for a, b in zip(left, right))


def words(text, any_zero=False):
    found = re.sub(r"[\[\](),]", " ", text).split()
    return [re.sub(r"^-(0\.0*)$", r"\1", word) for word in found] if any_zero else found


def near(a, b):
    try:
        a, b = float(a), float(b)
    except ValueError:
        return a == b
    return a == b or abs(a - b) <= ABSOLUTE + RELATIVE * abs(a) or (a != a and b != b)


def brief(text):
    return " ".join(text.split())[:120]
