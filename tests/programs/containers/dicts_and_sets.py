# COMPARE: exact
d = {}
for word in "to be or not to be that is".split():
    d[word] = d.get(word, 0) + 1
print(d, len(d), "be" in d, "x" in d)
for key in d:
    print(key, d[key])
for key, value in d.items():
    print(key, value)
print(sorted(d.keys()), sum(d.values()), list(d.items()))
d["new"] = 10
d["to"] += 5
del d["or"]
print(d, d.pop("new"), d.pop("gone", -1), d.setdefault("k", 3), d.setdefault("k", 4))
e = {1: 2.5, 2: 3.5}
e.update({3: 4.5})
print(e, e.popitem(), e, e == {1: 2.5, 2: 3.5})
sq = {i: i * i for i in range(6) if i % 2}
print(sq)
t = {(1, 2): "a", (3, 4): "b"}
t[(5, 6)] = "c"
print(t[(3, 4)], t)
nested = {"a": [1], "b": []}
nested["b"].append(4)
nested["a"].append(2)
print(nested)
s = set()
for v in [5, 3, 5, 100, 33, 7, -1, 70000, 8]:
    s.add(v)
print(s, len(s), 3 in s)
s.discard(3)
s.remove(100)
print(s)
a = {1, 2, 3, 10, 20}
b = {2, 3, 99}
print(a | b, a & b, a - b, a ^ b, a <= b, {2, 3} <= a)
print({x * 7 % 11 for x in range(20)}, set([4, 4, 1]), sorted({"q", "a"}))
f = {0.5, 1.5, 2.0}
f.add(7.25)
print(f)
for x in a:
    print(x, end=" ")
print()
best = max(d.values())
print(best)
print(dict([(1, 2), (3, 4)]), dict(zip("ab", [1, 2])))
graph = {0: [1, 2], 1: [3], 2: [3], 3: []}
seen = set()
order = []
todo = [0]
while todo:
    node = todo.pop(0)
    if node in seen:
        continue
    seen.add(node)
    order.append(node)
    for other in graph[node]:
        todo.append(other)
print(order, seen)
