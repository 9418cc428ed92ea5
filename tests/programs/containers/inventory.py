# COMPARE: exact
items = {"apple": (3, 0.5), "pear": (5, 0.75), "fig": (10, 0.2)}
def total(inv):
    return sum(n * p for n, p in inv.values())
print(f"{total(items):.2f}")
for name, (n, price) in sorted(items.items()):
    print(f"{name:<8}|{n:>4d}|{price:8.2f}")
items["kiwi"] = (1, 1.0)
del items["fig"]
print(list(items), len(items), items.pop("pear"), items.pop("none", None))
print(items.setdefault("plum", (2, 0.1)), items)
merged = {**items, "melon": (1, 3.0)}
print(merged)
items.update({"apple": (4, 0.5)})
print(items == merged, items)
nested = {"a": {"x": 1, "y": 2}, "b": {"x": 3}}
for k, v in nested.items():
    for kk, vv in v.items():
        print(k, kk, vv)
nested["b"]["z"] = 9
print(nested)
inverse = {}
for k, v in nested.items():
    for kk in v:
        inverse.setdefault(kk, []).append(k)
print(inverse)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a <= b, {3} < a, a.isdisjoint({9}))
print(sorted(a, reverse=True), sum(a), min(b))
xs = list(range(10))
xs[2:5] = [20, 30]
del xs[0]
xs.insert(3, 99)
xs.remove(9)
print(xs, xs.index(99), xs.count(20), xs[::-1], xs[-3:])
xs.extend([1, 2]); xs += [3]; xs.reverse()
print(xs, xs.pop(), xs.pop(0), sorted(xs), sorted(xs, key=lambda v: -v))
ys = [[0] * 3 for _ in range(2)]
ys[1][2] = 5
print(ys, [v for row in ys for v in row], list(zip(*ys)), [list(c) for c in zip(*ys)])
print(any(x > 50 for x in xs), all(x > 0 for x in xs), list(map(lambda v: v * 2, xs)), list(filter(lambda v: v % 2, xs)))
stack = []
for tok in "3 4 + 2 * 7 /".split():
    if tok in "+-*/":
        r, l = stack.pop(), stack.pop()
        stack.append(l + r if tok == "+" else l - r if tok == "-" else l * r if tok == "*" else l / r)
    else:
        stack.append(float(tok))
print(stack)
t = list(xs)
print(t[:3], len(t), xs * 2 == xs + xs)
