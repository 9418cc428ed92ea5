# COMPARE: exact
def merge(a, b):
    out = []
    for x in a:
        out.append(str(x))
    for y in b:
        out.append(y)
    return out

def evens(xs):
    return filter(lambda x: x % 2 == 0, xs)

print(merge(map(lambda v: v * v, [1, 2, 3]), iter(["a", "b"])))
print(merge(zip([1, 2], [3, 4]), reversed(["a", "b"])))
e = evens(range(10))
print(next(e), list(e), list(e))
def first(it, default=None):
    for x in it:
        return x
    return default
it = iter([5, 6, 7])
print(first(it), first(it), list(it), first(it, -1))
print(merge(enumerate("xy"), (c.upper() for c in "pq")))
