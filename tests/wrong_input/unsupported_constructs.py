# RUN: phylanxc build %s
# All of them are told in one run.
import pandas

class Point:
    pass

def gen():
    yield 1

f = lambda x: x + 1
d = {"a": 1}
# EXPECT exit 1
# ! unsupported_constructs.py:3:8: error: no module named `pandas` is known
# !     import pandas
# !            ^^^^^^
# !     help: put `pandas.py` beside the program, or use numpy, math, sys, time, os and contextlib
# ! unsupported_constructs.py:9:5: error: generators (`yield`) are not supported
# !         yield 1
# !         ^^^^^^^
# !     help: fill an array in a loop and return it
