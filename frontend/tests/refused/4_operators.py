# Operators, comparisons and numbers
# ----
import numpy as np

print("text" + 1)
print("text" * 2.0)
print(np.zeros(3) + "a")
print("a" < 3)
print(None + 1)
# ! example.py:3:7: error: cannot add str and int
# !     print("text" + 1)
# !           ^^^^^^^^^^
# !     help: convert the number with `str(...)`, or use an f-string
# ! example.py:4:7: error: an integer is needed here, not float
# !     print("text" * 2.0)
# !           ^^^^^^^^^^^^
# !     help: use `//` for whole quotients, or `int(...)`
# ! example.py:5:7: error: cannot add float64[3] and str
# !     print(np.zeros(3) + "a")
# !           ^^^^^^^^^^^^^^^^^
# !     help: convert the number with `str(...)`, or use an f-string
# ! example.py:6:7: error: `<` is not defined between str and int
# !     print("a" < 3)
# !           ^^^^^^^
# !     help: convert one side so that the types fit
# ! example.py:7:7: error: unsupported operand types for +: None and int
# !     print(None + 1)
# !           ^^^^^^^^
# !     help: a function without `return` gives None: return a value there
# ----
import numpy as np

print(~1.5)
print(-np.bool_(True))
print(np.bool_(True) - np.bool_(False))
print(-np.array([True]))
print(np.array([True]) - np.array([False]))
print(~np.array([1.0]))
print(-"a")
print(~np.float64(1.0))
# ! example.py:3:7: error: bad operand type for unary ~: float
# !     print(~1.5)
# !           ^^^^
# !     help: use an int
# ! example.py:4:7: error: `-` is not defined on np.bool
# !     print(-np.bool_(True))
# !           ^^^^^^^^^^^^^^^
# !     help: convert the number first
# ! example.py:5:7: error: `-` is not defined on NumPy booleans
# !     print(np.bool_(True) - np.bool_(False))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `^` or `np.logical_xor`
# ! example.py:6:7: error: `-` is not defined on boolean arrays
# !     print(-np.array([True]))
# !           ^^^^^^^^^^^^^^^^^
# !     help: use `~a` or `np.logical_not(a)`
# ! example.py:7:7: error: `-` is not defined on booleans
# !     print(np.array([True]) - np.array([False]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `^`, `~` or `np.logical_xor`
# ! example.py:8:7: error: `~` is not defined on float arrays
# !     print(~np.array([1.0]))
# !           ^^^^^^^^^^^^^^^^
# !     help: use `-a`, or compare to get a mask
# ! example.py:9:7: error: `-` is not defined on str
# !     print(-"a")
# !           ^^^^
# !     help: use a number or an array
# ! example.py:10:7: error: `~` is not defined on np.float64
# !     print(~np.float64(1.0))
# !           ^^^^^^^^^^^^^^^^
# !     help: convert the number first
# ----
import numpy as np
import math

print(1j < 2j)
print(math.sqrt(1j))
print(float(1j))
print(complex("1", 2))
print(np.floor(1j))
# ! example.py:4:7: error: '<' not supported between instances of complex and complex
# !     print(1j < 2j)
# !           ^^^^^^^
# !     help: compare `abs(...)` or one of the parts
# ! example.py:5:17: error: must be real number, not complex
# !     print(math.sqrt(1j))
# !                     ^^
# !     help: take its `.real` or `.imag` part, or `abs(...)`
# ! example.py:6:7: error: must be real number, not complex
# !     print(float(1j))
# !           ^^^^^^^^^
# !     help: take its `.real` or `.imag` part, or `abs(...)`
# ! example.py:7:7: error: complex() can't take second arg if first is a string
# !     print(complex("1", 2))
# !           ^^^^^^^^^^^^^^^
# !     help: write the whole number in the text
# ! example.py:8:7: error: `floor` is not defined on complex numbers
# !     print(np.floor(1j))
# !           ^^^^^^^^^^^^
# !     help: take the real or the imaginary part, or `np.abs`
# ----
import numpy as np

print(np.array([1, 2]) ** -1)
# ! example.py:3:7: error: integers to negative integer powers are not allowed
# !     print(np.array([1, 2]) ** -1)
# !           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write the exponent as a float, such as `a ** -1.0`
# ----
import numpy as np

a = np.array([1.0, -1.0])
if a > 0:
    print("positive")
print(1 if a else 2)
print(a and 1)
# ! example.py:4:4: error: the truth value of an array with more than one element is ambiguous
# !     if a > 0:
# !        ^^^^^
# !     help: use `a.any()` or `a.all()`
# ! example.py:6:12: error: the truth value of an array with more than one element is ambiguous
# !     print(1 if a else 2)
# !                ^
# !     help: use `a.any()` or `a.all()`
# ! example.py:7:7: error: the truth value of an array with more than one element is ambiguous
# !     print(a and 1)
# !           ^
# !     help: use `a.any()` or `a.all()`
# ! example.py:7:7: error: the value is int on one path and float64[2] on another
# !     print(a and 1)
# !           ^
# !     help: use one type on every path (such as `0.0` for a float), or two names
# ----
import numpy as np

a = np.zeros((2, 3))
b = np.zeros((4, 3))
print(a + b)
print(a @ a)
print(a @ 2.0)
# ! example.py:5:7: error: operands could not be broadcast together with shapes (2,3) (4,3)
# !     print(a + b)
# !           ^^^^^
# !     help: make the shapes agree, with `reshape` or `None` in an index
# ! example.py:6:7: error: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
# !     print(a @ a)
# !           ^^^^^
# !     help: the shapes are (2,3) and (2,3): transpose or reshape one of them
# ! example.py:7:7: error: `@` needs arrays of at least one dimension
# !     print(a @ 2.0)
# !           ^^^^^^^
# !     help: use `*` with a number
# ----
import numpy as np
import sys

a = np.zeros(3)
b = a if len(sys.argv) > 1 else np.zeros(3)
print(a is b)
print(1 is 1)
# ! example.py:6:7: error: whether these are the same array is not known at compile time
# !     print(a is b)
# !           ^^^^^^
# !     help: compare the elements with `==`, or use a flag of your own
# ! example.py:7:7: error: `is` is supported for None and for arrays only
# !     print(1 is 1)
# !           ^^^^^^
# !     help: compare values with `==`
# ----
print(1 in 2)
print(1 in "text")
print(1 in None)
# ! example.py:1:7: error: `in` is not supported on int
# !     print(1 in 2)
# !           ^^^^^^
# !     help: use a tuple, a list literal, a string or an array
# ! example.py:2:7: error: `in` on a string needs a string
# !     print(1 in "text")
# !           ^^^^^^^^^^^
# !     help: convert the left side with `str(...)`
# ! example.py:3:7: error: `in` is not supported on None
# !     print(1 in None)
# !           ^^^^^^^^^
# !     help: use a tuple, a list literal, a string or an array
# ----
print(5(3))
x = 2.0
print(x(3))
print("f"(1))
# ! example.py:1:7: error: int cannot be called
# !     print(5(3))
# !           ^^^^
# !     help: write `*` to multiply, or call a function
# ! example.py:3:7: error: float cannot be called
# !     print(x(3))
# !           ^^^^
# !     help: write `*` to multiply, or call a function
# ! example.py:4:7: error: str cannot be called
# !     print("f"(1))
# !           ^^^^^^
# !     help: index it with `[...]`, or call a function
# ----
import numpy as np

print(np.matmul(np.zeros(2), np.zeros(3)))
print(len(5))
print(len(np.array(5)))
print(len(None))
# ! example.py:3:7: error: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 3 is different from 2)
# !     print(np.matmul(np.zeros(2), np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: the shapes are (2,) and (3,): transpose or reshape one of them
# ! example.py:4:7: error: int has no len()
# !     print(len(5))
# !           ^^^^^^
# !     help: use an array, a tuple or a string
# ! example.py:5:7: error: len() of unsized object
# !     print(len(np.array(5)))
# !           ^^^^^^^^^^^^^^^^
# !     help: use `a.size`
# ! example.py:6:7: error: None has no len()
# !     print(len(None))
# !           ^^^^^^^^^
# !     help: use an array, a tuple or a string
# ----
print([1, 2][5])
print((1, 2)[-3])
print([1, 2][::0])
print("text"[::0])
print(range(5)[1:3])
print(zip([1], [2])[0])
print(5[0])
print(None[0])
# ! example.py:1:7: error: list index out of range
# !     print([1, 2][5])
# !           ^^^^^^^^^
# !     help: there are 2 items
# ! example.py:2:7: error: tuple index out of range
# !     print((1, 2)[-3])
# !           ^^^^^^^^^^
# !     help: there are 2 items
# ! example.py:3:14: error: slice step cannot be zero
# !     print([1, 2][::0])
# !                  ^^^
# !     help: use a step such as 1 or -1
# ! example.py:4:14: error: slice step cannot be zero
# !     print("text"[::0])
# !                  ^^^
# !     help: use a step such as 1 or -1
# ! example.py:5:16: error: only `[::-1]` is supported on a range
# !     print(range(5)[1:3])
# !                    ^^^
# !     help: write the range that you mean
# ! example.py:6:7: error: an iterator cannot be indexed
# !     print(zip([1], [2])[0])
# !           ^^^^^^^^^^^^^^^^
# !     help: loop over it, or index what it goes over
# ! example.py:7:7: error: int cannot be indexed
# !     print(5[0])
# !           ^^^^
# !     help: index an array, a tuple or a string
# ! example.py:8:7: error: None cannot be indexed
# !     print(None[0])
# !           ^^^^^^^
# !     help: index an array, a tuple or a string
# ----
import numpy as np
a = np.zeros(3)
print(a & 1)
n = np.arange(3)
n += 0.5
n /= 2
# ! example.py:3:7: error: `&` is not defined on float64 operands
# !     print(a & 1)
# !           ^^^^^
# !     help: use comparisons to get masks, or `astype(int)`
# ! example.py:5:1: error: cannot store the float64 result of `+=` in a int64 array
# !     n += 0.5
# !     ^^^^^^^^
# !     help: make the array float64 first, with `astype`, or write `a = a + ...`
# ! example.py:6:1: error: cannot store the float64 result of `/=` in a int64 array
# !     n /= 2
# !     ^^^^^^
# !     help: make the array float64 first, with `astype`, or write `a = a / ...`
# ----
import numpy as np
print(np.zeros(3, dtype=np.uint8) + 300)
print(np.int8(200))
# ! example.py:2:7: error: Python integer 300 out of bounds for uint8
# !     print(np.zeros(3, dtype=np.uint8) + 300)
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a value in range, or `astype` to a wider type
# ! example.py:3:7: error: Python integer 200 out of bounds for int8
# !     print(np.int8(200))
# !           ^^^^^^^^^^^^
# !     help: use a value in range, or `astype` to a wider type
