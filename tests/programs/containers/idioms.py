# COMPARE: exact
def f():
    total = 0
    d = {}
    for i in range(20):
        key = i % 7
        if key in d:
            d[key].append(i)
        else:
            d[key] = [i]
    for k, v in sorted(d.items(), reverse=True):
        total += k * sum(v)
    return total, d
print(f())
inv = {}
for k, v in {"a": 1, "b": 2}.items():
    inv[v] = k
print(inv)
grid = {}
for i in range(3):
    for j in range(3):
        grid[i, j] = i * j
print(grid[(2, 2)], grid, max(grid.values()))
s = "hello world"
freq = {}
for ch in s:
    freq[ch] = freq.get(ch, 0) + 1
print(sorted(freq.items(), key=None), min(freq, key=freq.get) if False else "")
mixed = {}
mixed["a"] = 1
mixed["b"] = 2.5
print(mixed)
try_opt = {}
try_opt["x"] = None
try_opt["y"] = 3
print(try_opt, try_opt["x"] is None)
v = try_opt.get("z")
print(v is None, v)
st = {(0, 1), (2, 3)}
st.add((0, 1))
print(len(st), (2, 3) in st, st)
u = set(range(10)) - {3, 4}
print(u, sorted(u, reverse=True), sum(u), max(u))
l = [3, 1, 2]
l2 = sorted(l)
l.sort()
print(l == l2, l < [1, 2, 4], l != [1], [1, 2] < [1, 2, 3])
dd = {i: [] for i in range(3)}
dd[1].append("q")
print(dd, list(dd), tuple(sorted(dd)) if False else 0)
a = [5, 3, 8]
i = a.index(8)
a[i], a[0] = a[0], a[i]
print(a)
del a[-1]
print(a, a[::-1], a * 0)
stack = []
for tok in "3 4 + 2 *".split():
    if tok == "+":
        stack.append(stack.pop() + stack.pop())
    elif tok == "*":
        stack.append(stack.pop() * stack.pop())
    else:
        stack.append(int(tok))
print(stack)
nums = [int(x) for x in "1 2 3".split()]
print(nums, sum(nums) / len(nums))
nest = {"a": {"b": 1}}
nest["a"]["c"] = 2
print(nest, nest["a"]["b"])
rows = []
for i in range(3):
    row = []
    for j in range(i + 1):
        row.append(i + j)
    rows.append(row)
print(rows, [len(r) for r in rows])
while rows:
    r = rows.pop()
    if not r:
        continue
    print(r)
b = [True, False]
b[0] = not b[0]
print(b)
z = [0.0] * 4
for i in range(len(z)):
    z[i] += i * 0.5
print(z, max(z), min(z), z.index(1.0))
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p + q)
for kk in list(dd.keys()):
    if kk == 1:
        del dd[kk]
print(dd)
print(any(x > 2 for x in nums), all([x > 0 for x in nums]), [x for x in nums if x != 2])
print({k: v for k, v in zip("abc", nums)}, {x % 2 for x in nums})
calls = [0]


def tick():
    calls[0] += 1
    return calls[0]


tally = {1: 0, 2: 0, 3: 0}
tally[tick()] += 5
slots = [0, 0, 0, 0]
slots[tick()] += tick()
print(tally, slots, calls)
x = 5


def read_x():
    return x


squares = [x for x in range(3)]
print(read_x(), x, squares)
print({"a": 1}.keys(), list(map(str, [1, 2])), [len(w) for w in ["ab", "c"]])
