# Exceptions
# ----
raise 5
# ! example.py:1:7: error: int is no exception
# !     raise 5
# !           ^
# !     help: write `raise ValueError("message")`, or a class of your own: `class MyError(ValueError): pass`
# ----
raise
# ! example.py:1:1: error: no exception is being handled here
# !     raise
# !     ^^^^^
# !     help: write `raise` alone only in an `except` block, or name the exception
# ----
raise SystemExit(1, 2)
# ! example.py:1:1: error: SystemExit takes one argument here
# !     raise SystemExit(1, 2)
# !     ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write `raise SystemExit(code)`
# ----
raise ValueError(text="wrong")
# ! example.py:1:23: error: exceptions take no keyword arguments here
# !     raise ValueError(text="wrong")
# !                           ^^^^^^^
# !     help: pass it by position
# ----
raise OSError(2, "missing")
# ! example.py:1:7: error: `OSError` takes one message here
# !     raise OSError(2, "missing")
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: write one f-string
# ----
raise ValueError("wrong") from 5
# ! example.py:1:32: error: an exception is raised from one that was caught
# !     raise ValueError("wrong") from 5
# !                                    ^
# !     help: write `from error`
# ----
try:
    print(1)
except 5:
    print(2)
# ! example.py:3:8: error: int is no class of exceptions
# !     except 5:
# !            ^
# !     help: name classes of exceptions: `except ValueError:`, `except (KeyError, IndexError):`
# ----
try:
    print(1)
except ValueError as error:
    for item in error.args:
        print(item)
    print(error.note)
# ! example.py:6:11: error: an exception has no supported attribute `note`
# !         print(error.note)
# !               ^^^^^^^^^^
# !     help: use `str(e)`, `e.args` or `type(e).__name__`
# ----
try:
    xs = zip([1], [2])
except ValueError:
    xs = zip([2], [3])
print(xs)
# ! example.py:5:1: error: an iterator cannot be printed
# !     print(xs)
# !     ^^^^^^^^^
# !     help: print `list(...)` of it
# ----
deep = ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------1
# ! example.py:1:407: error: the program is nested too deeply here
# !     deep = ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------1
# !                                                                                                                                                                                                                                                                                                                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: split it with intermediate variables or functions
# ----
class Refused(Exception):
    def __init__(self, code):
        self.code = code

e = Refused(3)
try:
    raise e(4)
except Refused as caught:
    print(caught.detail)
    print(caught.explain())
# ! example.py:7:11: error: 'Refused' object is not callable
# !         raise e(4)
# !               ^^^^
# !     help: raise it without arguments
# ! example.py:9:11: error: an exception has no supported attribute `detail`
# !         print(caught.detail)
# !               ^^^^^^^^^^^^^
# !     help: use `str(e)`, `e.args` or `type(e).__name__`
# ! example.py:10:11: error: an exception has no supported method `explain`
# !         print(caught.explain())
# !               ^^^^^^^^^^^^^^^^
# !     help: use `str(e)`, or a method that a class of the program defines
# ----
MathError = 3
class MyError(MathError):
    pass
# ! example.py:2:15: error: int is no exception
# !     class MyError(MathError):
# !                   ^^^^^^^^^
# !     help: write `raise ValueError("message")`, or a class of your own: `class MyError(ValueError): pass`
# ----
import sys

try:
    if len(sys.argv) > 1:
        raise ValueError("part", 2)
except ValueError as error:
    print(error.args[1])
# ! example.py:7:11: error: only the first argument of an exception can be read
# !         print(error.args[1])
# !               ^^^^^^^^^^^^^
# !     help: use `e.args[0]`, or `str(e)` for all of them
