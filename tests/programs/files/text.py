# COMPARE: exact
# Text files: written, appended to, read whole and line by line; errors of opening.
import numpy as np

with open("notes.txt", "w") as f:
    f.write("first line\n")
    print("second", 2, file=f)
    for k in range(3):
        print(f"{k}: {k * k:5.2f}", file=f)
    f.writelines(["a\n", "b\n"])
with open("notes.txt", "a") as f:
    print(f.write("last"))
with open("notes.txt") as f:
    print(f.read())
with open("notes.txt", "r", encoding="utf-8") as f:
    print(repr(f.readline()), f.read(3), repr(f.readline()))
    count = 0
    for line in f:
        count += 1
        if line.strip() == "b":
            print("found b at", count)
            break
    print(repr(f.read()), f.closed)
print(f.closed)


def total(path):
    result = 0.0
    with open(path) as source:
        for number, line in enumerate(source):
            if number == 0:
                continue
            comma = line.find(",")
            result += float(line[comma + 1 :].strip())
    return result


table = open("table.csv", "w")
table.write("name,value\n")
for k in range(4):
    table.write(f"row{k},{k / 2}\n")
table.close()
print(total("table.csv"))
try:
    total("missing.csv")
except FileNotFoundError as e:
    print(e, repr(e), e.errno, e.filename)
try:
    table.write("more")
except ValueError as e:
    print(e)
try:
    with open("notes.txt") as f:
        f.write("no")
except OSError as e:
    print(type(e).__name__, e)
