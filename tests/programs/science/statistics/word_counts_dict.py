# COMPARE: exact
import numpy as np

TEXT = """the quick brown fox jumps over the lazy dog while the small brown dog
sleeps and the fox runs over the hill and jumps"""


def counts(words):
    table = {}
    for word in words:
        table[word] = table.get(word, 0) + 1
    return table


def bigrams(words):
    table = {}
    for a, b in zip(words[:-1], words[1:]):
        if a not in table:
            table[a] = {}
        table[a][b] = table[a].get(b, 0) + 1
    return table


words = TEXT.split()
table = counts(words)
for word in sorted(table, key=lambda w: (-table[w], w))[:5]:
    print(f"{word:<6} {table[word]}")
total = sum(table.values())
entropy = -sum(c / total * np.log2(c / total) for c in table.values())
print("words", total, "distinct", len(table), f"entropy {entropy:.6f}")
follow = bigrams(words)
print("after the:", sorted(follow["the"].items()))
index = {word: k for k, word in enumerate(sorted(table))}
matrix = np.zeros((len(index), len(index)), dtype=int)
for a, nexts in follow.items():
    for b, c in nexts.items():
        matrix[index[a], index[b]] = c
print("transitions", matrix.sum(), "busiest", max(index, key=lambda w: matrix[index[w]].sum()))
longest = max(words, key=len)
print(longest, len(longest), [w for w in table if len(w) == 5])
