# COMPARE: exact
# FILES: raw.bin text.txt ints.txt
# Several arrays in one file, bytes without a header, tables with gaps, numbers in text.
import numpy as np

x = np.linspace(0.0, 1.0, 5)
grid = np.arange(12).reshape(3, 4)
np.savez("pair", x, grid)
np.savez("named.npz", x=x, grid=grid.T, flag=np.array(True), z=np.array([1 + 2j], dtype=np.complex64))
np.savez_compressed("small.npz", zeros=np.zeros((100, 10)), x=x[::-2])

pair = np.load("pair.npz")
print(pair["arr_0"], pair["arr_1"].sum(axis=0), pair.files)
with np.load("named.npz") as data:
    print(data["grid"], data["grid"].dtype, data["flag"], data["z"])
    for name in data:
        print(name, data[name].shape)
    print("x" in data, "y" in data, list(data.keys()))
    total = data["x"] + 1
print(total)
small = np.load("small.npz")
print(small["zeros"].shape, small["x"], len(small.files))
# np.lib.npyio.NpzFile.close() and np.lib.npyio.NpzFile.keys()
small.close()
try:
    print(pair["other"])
except KeyError as error:
    print(error)
try:
    np.savez("no such folder/x.npz", x)
except FileNotFoundError as error:
    print(error.errno)


def keep(path, **arrays):
    np.savez(path, **arrays)


keep("state.npz", step=np.array([3]), field=grid[1:, ::2])
state = np.load("state.npz")
print(state["step"][0], state["field"])

grid.T.astype(np.int16).tofile("raw.bin")
print(np.fromfile("raw.bin", dtype=np.int16), np.fromfile("raw.bin", dtype=np.uint8, count=4, offset=2))
print(np.fromfile("raw.bin", dtype=np.int32, count=100).size, np.fromfile("raw.bin", np.int16).reshape(4, 3)[1])
x.tofile("text.txt", sep=", ")
print(np.fromfile("text.txt", sep=","), open("text.txt").read())
np.array([3, -4]).tofile("ints.txt", " ")
print(np.fromfile("ints.txt", dtype=int, sep=" "), np.fromfile("ints.txt", dtype=float, sep=" ", count=1))
try:
    np.fromfile("missing.bin")
except FileNotFoundError as error:
    print(error)
print(np.fromstring("1 2  3.5", sep=" "), np.fromstring("4,5,6", dtype=int, sep=","), np.fromstring("7;8;9", dtype=int, sep=";", count=2))

with open("gaps.csv", "w") as out:
    out.write("a,b,c\n1,2,3\n4,,6  # no middle\n\n7,x,9\n10,11,12\n")
with open("column.txt", "w") as out:
    out.write("1.5\n2.5\nnan\n")
print(np.genfromtxt("gaps.csv", delimiter=",", skip_header=1))
print(np.genfromtxt("gaps.csv", delimiter=",", skip_header=1, filling_values=-5, usecols=(2, 1)))
print(np.genfromtxt("gaps.csv", delimiter=",", skip_header=1, dtype=int, skip_footer=1, max_rows=None))
a, b, c = np.genfromtxt("gaps.csv", delimiter=",", skip_header=1, unpack=True, usecols=(0, 1, 2))
print(a, np.nansum(b), c)
print(np.genfromtxt("column.txt", usecols=0), np.genfromtxt("gaps.csv", delimiter=",", skip_header=1, usecols=[0], max_rows=2))
with open("ragged.csv", "w") as out:
    out.write("1,2\n3\n")
try:
    print(np.genfromtxt("ragged.csv", delimiter=","))
except ValueError as error:
    print(error)
