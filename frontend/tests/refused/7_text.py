# Text, printing and files
# ----
print("a", sep=1)
print("a", end=1)
print("a", file=1)
print(zip([1], [2]))
import numpy
print(numpy)
# ! example.py:1:16: error: `sep` must be a string
# !     print("a", sep=1)
# !                    ^
# !     help: write `sep=" "`
# ! example.py:2:16: error: `end` must be a string
# !     print("a", end=1)
# !                    ^
# !     help: write `end=""`
# ! example.py:3:17: error: `file` must be sys.stdout, sys.stderr or an open file
# !     print("a", file=1)
# !                     ^
# !     help: open it with `open(path, 'w')`
# ! example.py:4:1: error: an iterator cannot be printed
# !     print(zip([1], [2]))
# !     ^^^^^^^^^^^^^^^^^^^^
# !     help: print `list(...)` of it
# ! example.py:6:1: error: numpy cannot be printed
# !     print(numpy)
# !     ^^^^^^^^^^^^
# !     help: print numbers, arrays or strings
# ----
import sys

print("%d" % "a")
print("%q" % 1)
print("%d %d" % (1,))
print("%d" % (1, 2))
print("%*d" % ())
template = sys.argv[0]
print(template % 1)
print("%" % 1)
# ! example.py:3:7: error: %d format: a real number is required, not str
# !     print("%d" % "a")
# !           ^^^^^^^^^^
# !     help: use `%s`
# ! example.py:4:7: error: unsupported format character 'q'
# !     print("%q" % 1)
# !           ^^^^^^^^
# !     help: use an f-string
# ! example.py:5:7: error: not enough arguments for format string
# !     print("%d %d" % (1,))
# !           ^^^^^^^^^^^^^^
# !     help: give one value for each place
# ! example.py:6:7: error: not all arguments converted during string formatting
# !     print("%d" % (1, 2))
# !           ^^^^^^^^^^^^^
# !     help: give one value for each place
# ! example.py:7:7: error: not enough arguments for format string
# !     print("%*d" % ())
# !           ^^^^^^^^^^
# !     help: give one value for each `*`
# ! example.py:9:7: error: a template of `%` must be known at compile time
# !     print(template % 1)
# !           ^^^^^^^^^^^^
# !     help: use an f-string
# ! example.py:10:7: error: incomplete format
# !     print("%" % 1)
# !           ^^^^^^^
# !     help: use an f-string
# ----
import numpy as np
import sys

print("{" .format(1))
print("}" .format(1))
print("{!x}" .format(1))
print("{1}" .format(1))
print("{0[1}" .format((1, 2)))
print(sys.argv[0].format(1))
print(format(1, 2))
print(f"{np.zeros(3):.2f}")
# ! example.py:4:7: error: expected '}' before end of string
# !     print("{" .format(1))
# !           ^^^^^^^^^^^^^^
# !     help: close the field, or write `{{`
# ! example.py:5:7: error: Single '}' encountered in format string
# !     print("}" .format(1))
# !           ^^^^^^^^^^^^^^
# !     help: write `}}`
# ! example.py:6:7: error: Unknown conversion specifier 'x'
# !     print("{!x}" .format(1))
# !           ^^^^^^^^^^^^^^^^^
# !     help: use `!r` or `!s`
# ! example.py:7:7: error: Replacement index out of range for positional args tuple, or a name that is not given
# !     print("{1}" .format(1))
# !           ^^^^^^^^^^^^^^^^
# !     help: give a value for each field
# ! example.py:8:7: error: Missing ']' in format string
# !     print("{0[1}" .format((1, 2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: close the subscript
# ! example.py:9:7: error: a template of `format` must be known at compile time
# !     print(sys.argv[0].format(1))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: use an f-string
# ! example.py:10:17: error: format() argument 2 must be str, not int
# !     print(format(1, 2))
# !                     ^
# !     help: write a format spec such as ".3f"
# ! example.py:11:10: error: unsupported format spec for float64[3]
# !     print(f"{np.zeros(3):.2f}")
# !              ^^^^^^^^^^^
# !     help: format the numbers one by one
# ----
print("a".encode())
print("a".upper(1))
print("a".replace(old="a", new="b"))
print(",".join(5))
print(",".join([1, 2]))
print("a".size)
# ! example.py:1:7: error: the string method `encode` is not supported
# !     print("a".encode())
# !           ^^^^^^^^^^^^
# !     help: use an f-string or another method
# ! example.py:2:7: error: upper() takes at most 0 arguments
# !     print("a".upper(1))
# !           ^^^^^^^^^^^^
# !     help: drop an argument
# ! example.py:3:23: error: string methods take no keyword arguments here
# !     print("a".replace(old="a", new="b"))
# !                           ^^^
# !     help: pass it by position
# ! example.py:4:7: error: int cannot be iterated over
# !     print(",".join(5))
# !           ^^^^^^^^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:5:7: error: `join` needs strings
# !     print(",".join([1, 2]))
# !           ^^^^^^^^^^^^^^^^
# !     help: convert each item with `str(...)`
# ! example.py:6:7: error: str has no supported attribute `size`
# !     print("a".size)
# !           ^^^^^^^^
# !     help: strings have methods such as `upper()`, `strip()`, `replace()` and `startswith()`
# ----
f = open(5)
# ! example.py:1:10: error: a file name is needed here, not int
# !     f = open(5)
# !              ^
# !     help: pass a string
# ----
f = open("a", "rb")
# ! example.py:1:15: error: the mode 'rb' is not supported
# !     f = open("a", "rb")
# !                   ^^^^
# !     help: open text with 'r', 'w', 'a' or 'x'; for arrays use `np.load` and `np.save`
# ----
f = open("a", encoding="latin-1")
# ! example.py:1:24: error: files are read and written as UTF-8 here
# !     f = open("a", encoding="latin-1")
# !                            ^^^^^^^^^
# !     help: leave `encoding` out
# ----
f = open("a", newline="x")
# ! example.py:1:5: error: `errors` and `newline` of open() are not supported
# !     f = open("a", newline="x")
# !         ^^^^^^^^^^^^^^^^^^^^^^
# !     help: leave them out
# ----
import numpy as np
import sys

f = open("a", "w")
f.write(5)
f.writelines(np.zeros(len(sys.argv)))
f.writelines([1, 2])
f.truncate()
# ! example.py:5:1: error: write() argument must be str, not int
# !     f.write(5)
# !     ^^^^^^^^^^
# !     help: write `f.write(str(x))` or an f-string
# ! example.py:6:1: error: the number of lines is not known at compile time
# !     f.writelines(np.zeros(len(sys.argv)))
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write them in a loop
# ! example.py:7:1: error: writelines() takes strings
# !     f.writelines([1, 2])
# !     ^^^^^^^^^^^^^^^^^^^^
# !     help: convert each line with str()
# ! example.py:8:1: error: `truncate` of a file is not supported with these arguments
# !     f.truncate()
# !     ^^^^^^^^^^^^
# !     help: files have read, readline, readlines, write, writelines, flush and close, and can be looped over
# ----
import sys

print(sys.argv[-2:])
# ! example.py:3:7: error: negative slices of sys.argv are not supported
# !     print(sys.argv[-2:])
# !           ^^^^^^^^^^^^^
# !     help: count from the start
# ----
import sys
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--size", type=complex)
parser.add_argument("--kind", action="append")
parser.add_argument("--many", nargs="*")
parser.add_argument("--other", dets="x")
parser.add_argument(5)
parser.add_argument("--choice", choices=[sys.argv[0]])
parser.add_subparsers()
# ! example.py:5:1: error: `type` must be int, float or str
# !     parser.add_argument("--size", type=complex)
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: convert the value after parsing
# ! example.py:6:1: error: the action 'append' is not supported
# !     parser.add_argument("--kind", action="append")
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use store_true, store_false or count
# ! example.py:7:1: error: `nargs` must be a number or "?": the number of values must be known
# !     parser.add_argument("--many", nargs="*")
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give one text and split it, or name each value
# ! example.py:8:1: error: the argument 'dets' of add_argument() is not supported
# !     parser.add_argument("--other", dets="x")
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: supported are type, default, help, choices, action, nargs, required, metavar, dest
# ! example.py:9:1: error: the names of an argument must be strings that are written out
# !     parser.add_argument(5)
# !     ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write literals
# ! example.py:10:1: error: `choices` must be constants
# !     parser.add_argument("--choice", choices=[sys.argv[0]])
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write them out
# ! example.py:11:1: error: `add_subparsers` of a parser is not supported
# !     parser.add_subparsers()
# !     ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `add_argument` and `parse_args()`
# ----
import os
print(os.path.exists(3))
# ! example.py:2:7: error: int is given where a string is needed
# !     print(os.path.exists(3))
# !           ^^^^^^^^^^^^^^^^^
# !     help: pass a str
# ----
print(", ".join("a", "b"))
# ! example.py:1:7: error: `join` takes one argument
# !     print(", ".join("a", "b"))
# !           ^^^^^^^^^^^^^^^^^^^
# !     help: pass a list of strings
# ----
xs = [1, 2]
xs.append(3)
print(", ".join(xs))
# ! example.py:3:7: error: `join` needs strings
# !     print(", ".join(xs))
# !           ^^^^^^^^^^^^^
# !     help: convert each item with `str(...)`
# ----
functions = [lambda x: x, lambda x: x + 1]
functions.append(lambda x: x + 2)
print(functions)
# ! example.py:3:1: error: the text of a list of functions or the like is not known
# !     print(functions)
# !     ^^^^^^^^^^^^^^^^
# !     help: print what you need of the items one by one
