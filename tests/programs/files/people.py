# COMPARE: exact
import os
import sys
rows = [("ann", 31, 1.5), ("bob", 27, 2.25), ("cid", 45, 0.75)]
with open("people.csv", "w") as f:
    f.write("name,age,score\n")
    for n, a, s in rows:
        f.write(f"{n},{a},{s}\n")
people = []
with open("people.csv") as f:
    header = f.readline().strip().split(",")
    for line in f:
        n, a, s = line.strip().split(",")
        people.append({"name": n, "age": int(a), "score": float(s)})
print(header, len(people), people[0]["name"], sum(p["age"] for p in people), max(p["score"] for p in people))
with open("people.csv") as f:
    lines = f.readlines()
print(len(lines), lines[1], lines[-1].rstrip())
with open("people.csv", "a") as f:
    print("dan", 50, 3.5, sep=",", file=f)
text = open("people.csv").read()
print(text.count("\n"), text.splitlines()[-1])
print(os.path.exists("people.csv"), os.path.exists("nope"), os.path.join("a", "b.txt"), os.path.basename("/x/y.z"), os.path.splitext("q.tar.gz"))
try:
    open("missing.txt")
except FileNotFoundError as e:
    print("no file", e.filename)
try:
    int("x1")
except ValueError as e:
    print(e)
finally:
    print("done")
def parse(line):
    try:
        k, v = line.split(":")
        return k, float(v)
    except ValueError:
        return None
parsed = [parse(x) for x in ["a:1", "b", "c:2.5"]]
print(parsed, [p for p in parsed if p is not None])
data = {}
for p in parsed:
    if p:
        data[p[0]] = p[1]
print(data)
os.remove("people.csv")
print("bye", file=sys.stderr)
sys.exit(3 if len(data) > 1 else 0)
