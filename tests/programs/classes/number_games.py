# COMPARE: exact
import numpy as np, sys, math, time, os
from itertools import combinations, product, groupby, zip_longest, islice, accumulate, chain

# prime sieve, perfect numbers, collatz
def sieve(n):
    flags = bytearray([1]) * (n + 1) if False else [True] * (n + 1)
    flags[0] = flags[1] = False
    for p in range(2, int(n ** 0.5) + 1):
        if flags[p]:
            for m in range(p * p, n + 1, p):
                flags[m] = False
    return [i for i, f in enumerate(flags) if f]
primes = sieve(60)
print(primes, sum(primes))
print([p for p, q in zip(primes, primes[1:]) if q - p == 2])
print([c for c in combinations(primes[:6], 3) if sum(c) % 5 == 0])
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print(max(range(1, 100), key=collatz), collatz(97))
runs = [(k, len(list(g))) for k, g in groupby("aaabccddddd")]
print(runs, "".join(f"{k}{n}" for k, n in runs))
print(list(zip_longest("abc", "de", fillvalue="-")))
print(list(accumulate(primes[:6])), list(accumulate(primes[:6], max)))
data = list(range(10))
print(list(islice(data, 2, 8, 3)), list(chain(data[:2], data[-2:])))
chunks = [data[i:i + 3] for i in range(0, len(data), 3)]
print(chunks, [sum(c) for c in chunks])
best = min(product(range(-3, 4), repeat=2), key=lambda p: (p[0] - 1) ** 2 + (p[1] + 2) ** 2 + p[0] * p[1])
print(best)
pairs = sorted(((a, b) for a in range(1, 20) for b in range(a, 20) if math.isqrt(a * a + b * b) ** 2 == a * a + b * b), key=lambda t: t[0] + t[1])
print(pairs)
table = {}
for name, score in [("ann", 3), ("bob", 5), ("ann", 4), ("cy", 1), ("bob", 2)]:
    table.setdefault(name, []).append(score)
for name, scores in sorted(table.items(), key=lambda kv: -sum(kv[1])):
    print(f"{name:>5}: {sum(scores):3d} {scores}")
*init, last = [int(d) for d in str(987654321)]
print(init, last, init[-1])
a, b, *c = "hello world".split() + ["x"]
print(a, b, c)
def flatten(x):
    return [z for y in x for z in y]
print(flatten(chunks) == data)
m = {"a": 1, "b": 2}
n = {**m, "c": 3}
n.update(b=20)
print(n, {v: k for k, v in n.items()}, list(n), "b" in n, n.pop("a"), n)
s = {1, 2, 3} | {3, 4}
print(s, s - {1}, s & {2, 9}, s ^ {4, 5}, {1, 2} <= s, len(s))
x = 10
x //= 3; x **= 3; x -= 1; x %= 10; x <<= 2; x |= 1; x ^= 3
print(x, ~x, x >> 1, bin(x), hex(255), oct(8), int("ff", 16), chr(960), ord("é"))
print(round(1234.5678, -2), round(0.5), round(1.5), 7 / 2, -7 // 2, -7 % 3, divmod(7.5, 2), pow(2, 10, 1000), abs(-2.5))
print(sum(x * x for x in range(5)), any(x > 3 for x in range(5)), all(x < 5 for x in range(5)), sorted("banana"), "".join(sorted(set("banana"))))
