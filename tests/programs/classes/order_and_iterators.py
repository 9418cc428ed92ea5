# COMPARE: exact
import heapq
from functools import total_ordering

class Task:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"Task({self.priority}, {self.name})"

tasks = [Task(p, n) for p, n in [(3, "c"), (1, "a"), (2, "b"), (1, "z"), (3, "q"), (0, "k"), (2, "m")]]
print(sorted(tasks), sorted(tasks, reverse=True))
tasks.sort()
print(tasks, min(tasks), max(tasks))
heap = []
for t in reversed(tasks):
    heapq.heappush(heap, t)
print(heap)
while heap:
    print(heapq.heappop(heap), end=" ")
print()
work = [Task(5, "x"), Task(4, "y"), Task(9, "w"), Task(1, "v")]
heapq.heapify(work)
print(work, heapq.heapreplace(work, Task(7, "n")), work)
queue = []
for i, t in enumerate(tasks):
    heapq.heappush(queue, (t.priority, i, t))
p, i, t = heapq.heappop(queue)
print(p, i, t)

class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
        return self
    def __iter__(self):
        return iter(self.items)
    def __len__(self):
        return len(self.items)
    def __contains__(self, x):
        return x in self.items
    def __bool__(self):
        return len(self.items) > 0
    def pairs(self):
        return {k: k * k for k in self.items}.items()

s = Stack().push(3).push(1).push(2)
for x in s:
    print(x, end=" ")
print(list(s), sum(s), max(s), 2 in s, sorted(s), [x * 2 for x in s], bool(s), len(s))
for a, b in s.pairs():
    print(a, b)
print(dict(s.pairs()), len(s.pairs()))
m = map(lambda v: v + 1, [1, 2, 3])
print(list(m), list(m))
z = zip([1, 2, 3], "abc")
for n, c in z:
    print(n, c)
    break
for n, c in z:
    print("rest", n, c)
it = iter([10, 20, 30])
print(next(it), next(it), next(it), next(it, None))
g = (x * x for x in range(5))
print(sum(g), sum(g))
print(next(x for x in [1, 5, 7] if x > 3), next((x for x in [1] if x > 3), -1))
it = iter(range(3))
try:
    while True:
        print(next(it), end=" ")
except StopIteration:
    print("done")
d = {"a": 1, "b": 2}
ks = d.keys()
d["c"] = 3
print(len(ks), list(ks), next(iter(d)), next(iter(d.values())))
e = enumerate("xyz")
print(next(e), list(e), 2 in iter([1, 2]))
lines = iter("a b c".split())
header = next(lines)
print(header, [l.upper() for l in lines])
