# COMPARE: exact
# TRACEBACK: whole
# `raise` keeps the frames, `raise e` adds its own, `from` and handlers tell what came before.


def parse(text):
    if text == "":
        raise ValueError("no text")
    return int(text)


def again(text):
    try:
        return parse(text)
    except ValueError:
        print("seen")
        raise


def named(text):
    try:
        return again(text)
    except ValueError as error:
        raise error


def wrapped(text):
    try:
        return named(text)
    except ValueError as error:
        raise RuntimeError("cannot read " + repr(text)) from error


def handled(text):
    try:
        return wrapped(text)
    except RuntimeError:
        raise KeyError("x")


def quiet(text):
    try:
        return handled(text)
    except KeyError:
        raise TypeError("last") from None


try:
    quiet("")
except TypeError as error:
    print("caught", error)
print(parse("5"))
handled("")
