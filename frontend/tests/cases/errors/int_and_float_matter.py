import sys

x = 0
for i in range(len(sys.argv)):
    x += 0.5
print(x)
print(range(x))
print(x // 2)
# ---- expected ----
# int_and_float_matter.py:7:13: error: this number is an int on one path and a float on another, which matters here
#     print(range(x))
#                 ^
#     help: start with a float: write `0.0` instead of `0`
