# COMPARE: exact
from collections import Counter, defaultdict, deque
text = """the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs
a quick dog is a happy dog"""
words = text.split()
counts = Counter(words)
print(counts.most_common(3))
print(counts["dog"], counts["cat"])
d = defaultdict(list)
for i, w in enumerate(words):
    d[len(w)].append(w)
for k in sorted(d):
    print(k, sorted(set(d[k])))
letters = {}
for ch in text.replace("\n", " "):
    if ch.isalpha():
        letters[ch] = letters.get(ch, 0) + 1
print(sorted(letters.items(), key=lambda kv: (-kv[1], kv[0]))[:5])
q = deque(maxlen=3)
for w in words[:6]:
    q.append(w)
    print(list(q))
lines = text.splitlines()
print([len(line) for line in lines], max(lines, key=len))
index = {w: [i for i, line in enumerate(lines) if w in line.split()] for w in ("dog", "fox")}
print(index)
print(Counter("mississippi"))
