# COMPARE: exact
import bisect
import heapq
from collections import defaultdict, deque

import numpy as np

h = []
for v in [5, 1, 8, 3, 9, 2, 7]:
    heapq.heappush(h, v)
print(h)
out = []
while h:
    out.append(heapq.heappop(h))
print(out)
tasks = [(3, "c"), (1, "a"), (2, "b")]
heapq.heapify(tasks)
print(heapq.heappop(tasks), tasks)
counts = defaultdict(int)
for letter in "mississippi":
    counts[letter] += 1
print(sorted(counts.items()), counts["z"], len(counts))
groups = defaultdict(list)
for n in range(10):
    groups[n % 3].append(n)
print(groups)
q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
print(q, q.popleft(), q.pop(), len(q), q[0], q[-1])
q.rotate(1)
print(q)
last = deque(maxlen=3)
for i in range(6):
    last.append(i)
print(last)
s = [1, 3, 5, 7]
s.append(9)
print(bisect.bisect_left(s, 5), bisect.bisect_right(s, 5), bisect.bisect(s, 6))
bisect.insort(s, 4)
print(s)
a = np.arange(6.0).reshape(2, 3)
print(a.tolist(), np.array([1, 2]).tolist(), (a > 2).tolist())
people = [("bob", 30), ("al", 25), ("cy", 35)]
people.append(("di", 28))
print(people, min(people), max(people))
print(sum(x for x in s), any(x > 8 for x in s), all(x > 0 for x in s), max(x * x for x in s))
print("-".join(str(x) for x in s), sorted([3, 1, 2], reverse=True), sorted(s, reverse=True))
lines = "a,b\nc,d".split("\n")
for line in lines:
    left, right = line.split(",")
    print(left, right)
