# Text that is no program, and constructs that are not compiled
# ----
total = (1 + 2
print(total)

values = [1, (2, 3]
# ! example.py:1:9: error: invalid syntax: `(` was never closed
# !     total = (1 + 2
# !             ^
# !     help: add `)`
# ! example.py:4:1: error: invalid syntax: simple statements must be separated by newlines or semicolons
# !     values = [1, (2, 3]
# !     ^^^^^^
# !     help: begin a new line here, or write the operator that is missing
# ! example.py:4:14: error: invalid syntax: `(` was never closed
# !     values = [1, (2, 3]
# !                  ^
# !     help: add `)`
# ----
text = "never closed
# ! example.py:1:8: error: invalid syntax: missing closing quote in string literal
# !     text = "never closed
# !            ^^^^^^^^^^^^^
# !     help: close the string with the quote that opens it
# ----
if 1 > 0:
print(1)
# ! example.py:2:1: error: invalid syntax: expected an indented block after `if` statement
# !     print(1)
# !     ^^^^^
# !     help: indent this line by four spaces, or write `pass`
# ----
x = 5
    y = 6
# ! example.py:2:1: error: invalid syntax: unexpected indentation
# !         y = 6
# !     ^^^^
# !     help: indent this line as the lines above
# ----
x = 1 2
y = 3 +
print(x y)
# ! example.py:1:7: error: invalid syntax: simple statements must be separated by newlines or semicolons
# !     x = 1 2
# !           ^
# !     help: begin a new line here, or write the operator that is missing
# ! example.py:2:8: error: invalid syntax: expected an expression
# !     y = 3 +
# !            ^
# !     help: write a value here, or remove what stands before it
# ! example.py:3:9: error: invalid syntax: expected `,`, found name
# !     print(x y)
# !             ^
# !     help: write `,` here
# ----
def f(a=1, b):
    return a

f(a=1, 2)
# ! example.py:1:12: error: invalid syntax: parameter without a default cannot follow a parameter with a default
# !     def f(a=1, b):
# !                ^
# !     help: put the parameters without defaults first
# ! example.py:4:8: error: invalid syntax: positional argument cannot follow keyword argument
# !     f(a=1, 2)
# !            ^
# !     help: put the arguments without names first
# ----
x = $5
# ! example.py:1:5: error: invalid syntax: got unexpected token $
# !     x = $5
# !         ^
# !     help: remove this character, or put it in a string
# ----
print(f"{")
# ! example.py:1:6: error: invalid syntax: `(` was never closed
# !     print(f"{")
# !          ^
# !     help: add `)`
# ! example.py:1:9: error: invalid syntax: `{` was never closed
# !     print(f"{")
# !             ^
# !     help: add `}`
# ----
def f(:
    return 1
x = = 2
# ! example.py:1:6: error: invalid syntax: `(` was never closed
# !     def f(:
# !          ^
# !     help: add `)`
# ! example.py:3:5: error: invalid syntax: expected an expression
# !     x = = 2
# !         ^
# !     help: write a value here, or remove what stands before it
# ----
def f(x)
    return x
# ! example.py:1:9: error: invalid syntax: expected `:`, found newline
# !     def f(x)
# !             ^
# !     help: write `:` here
# ----
async def fetch():
    return 1

async def read(items):
    async for item in items:
        print(item)
    async with items as source:
        print(source)

def numbers(items):
    return [x async for x in items]
# ! example.py:1:11: error: `async def` is not supported
# !     async def fetch():
# !               ^^^^^
# !     help: use a plain `def`
# ! example.py:4:11: error: `async def` is not supported
# !     async def read(items):
# !               ^^^^
# !     help: use a plain `def`
# ! example.py:5:5: error: `async for` is not supported
# !         async for item in items:
# !         ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a plain `for`
# ! example.py:7:5: error: `async with` is not supported
# !         async with items as source:
# !         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a plain `with`
# ! example.py:11:12: error: asynchronous comprehensions are not supported
# !         return [x async for x in items]
# !                ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a plain `for`
# ----
def numbers(n):
    for i in range(n):
        yield i
# ! example.py:3:9: error: generators (`yield`) are not supported
# !             yield i
# !             ^^^^^^^
# !     help: fill an array in a loop and return it
# ----
try:
    print(1)
except* ValueError:
    print(2)
# ! example.py:1:1: error: `except*` is not supported
# !     try:
# !     ^^^^
# !     help: use a plain `except`
# ----
from math import *
# ! example.py:1:18: error: `import *` is not supported
# !     from math import *
# !                      ^
# !     help: import the names you use
# ----
x = 123456789012345678901234567890
# ! example.py:1:5: error: this integer does not fit in 64 bits
# !     x = 123456789012345678901234567890
# !         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: integers are limited to 64 bits; use a float such as 1e30
# ----
print(f"{1!a}")
# ! example.py:1:10: error: the conversion `!a` is not supported
# !     print(f"{1!a}")
# !              ^
# !     help: use `!r`
# ----
name = 1
match name:
    case {"kind": 1}:
        print(1)
    case [1, *rest]:
        print(2)
    case int(1, 2):
        print(3)
# ! example.py:3:10: error: patterns of mappings are not supported
# !         case {"kind": 1}:
# !              ^^^^^^^^^^^
# !     help: test `key in mapping` with `if`
# ! example.py:7:10: error: positional patterns of a class are not supported
# !         case int(1, 2):
# !              ^^^^^^^^^
# !     help: name each field: `Point(x=0, y=b)`
# ----
a = [1, 2]
(a[0] := 3)
# ! example.py:2:2: error: invalid syntax: assignment expression target must be an identifier
# !     (a[0] := 3)
# !      ^^^^
# !     help: use a plain name
# ----
x = 1
del x.y
x.shape = 3
# ! example.py:2:5: error: only variables and items can be deleted
# !     del x.y
# !         ^^^
# !     help: assign to it instead
# ! example.py:3:1: error: assigning to the attribute `shape` is not supported
# !     x.shape = 3
# !     ^^^^^^^
# !     help: use a variable of your own
# ----
import numpy as np
import sys

values = np.zeros(len(sys.argv))
x = (*values, 1)
print(*values)
y = *values
# ! example.py:7:6: error: a starred expression cannot stand here
# !     y = *values
# !          ^^^^^^
# !     help: write it in a call, a list or a tuple: `(*values,)`
# ----
print({**d for d in [{1: 2}]})
# ! example.py:1:8: error: invalid syntax: Cannot use dictionary unpacking in a dict comprehension on Python 3.14 (syntax was added in Python 3.15)
# !     print({**d for d in [{1: 2}]})
# !            ^^^
# !     help: write it as older versions of Python do
# ----
type X = int
# ! example.py:1:1: error: `type` statements are not supported
# !     type X = int
# !     ^^^^^^^^^^^^
# !     help: write the type out
# ----
import sys
n = len(sys.argv)
for i in (0, "a") * 60:
    if n == 3:
        break
    for j in (0, "a") * 40:
        if n == 4:
            break
# ! example.py:7:9: error: control flow is nested too deeply here
# !             if n == 4:
# !             ^^^^^^^^^^
# !     help: move the inner part to a function
# ----
@dataclass
class MyError(ValueError):
    """Of mine."""
# ! example.py:1:1: error: decorators are not supported
# !     @dataclass
# !     ^^^^^^^^^^
# !     help: write the class plainly
