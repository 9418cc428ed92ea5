# Text, printing and files
# ----
print("a", sep=1)
print("a", end=1)
print("a", file=1)
print(zip([1], [2]))
import numpy
print(numpy)
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
# ----
print("a".encode())
print("a".upper(1))
print("a".replace(old="a", new="b"))
print(",".join(5))
print(",".join([1, 2]))
print("a".size)
# ----
f = open(5)
# ----
f = open("a", "rb")
# ----
f = open("a", encoding="latin-1")
# ----
f = open("a", newline="x")
# ----
import numpy as np
import sys

f = open("a", "w")
f.write(5)
f.writelines(np.zeros(len(sys.argv)))
f.writelines([1, 2])
f.truncate()
# ----
import sys

print(sys.argv[-2:])
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
