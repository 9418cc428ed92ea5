# COMPARE: exact
state = 12345


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n


s = set()
t = set()
for i in range(3000):
    s.add(rnd(5000) - 1000)
    t.add(rnd(400))
    if i % 3 == 0:
        s.discard(rnd(5000) - 1000)
    if i % 500 == 0:
        print(len(s), sum(s), list(s)[:20])
print(list(s & t)[:50])
print(list(s | t)[:50])
print(list(t - s)[:50], list(s ^ t)[:50])
while len(t) > 350:
    print(t.pop(), end=" ")
print()
u = {(a, b) for a in range(6) for b in range(6) if (a + b) % 2}
print(u)
f = {i * 0.37 for i in range(40)}
print(f)
u2 = set()
for p in u:
    u2.add((p[1], p[0] * 1.5))
print(u2)
b = {True, False}
b.add(True)
print(b, {1, 2, 3} == {3, 2, 1}, {5, 1, 9, 100, 77, -5}, {2.5, 1.5, 0.1, 99.0})
big = {10**12 + i * 7919 for i in range(30)}
print(big)
c = s.copy()
c.difference_update(t)
c.intersection_update(set(range(0, 2000)))
print(list(c)[:60], len(c))
d = {k: 0 for k in s}
print(list(set(d))[:30], list(d)[:30])
for k in list(d):
    if k % 2:
        del d[k]
for k in range(50):
    d[k] = k
print(len(d), list(d.items())[:10], list(d)[-5:])
