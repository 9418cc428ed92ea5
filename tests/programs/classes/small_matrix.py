# COMPARE: exact
import numpy as np

class Matrix:
    """A small dense matrix with operators."""
    count = 0

    def __init__(self, rows):
        self.rows = [list(map(float, r)) for r in rows]
        Matrix.count += 1

    @classmethod
    def identity(cls, n):
        return cls([[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)])

    @staticmethod
    def check(a, b):
        if len(a.rows[0]) != len(b.rows):
            raise ValueError(f"shapes {a.shape} and {b.shape} do not match")

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __matmul__(self, other):
        Matrix.check(self, other)
        return Matrix([[sum(x * y for x, y in zip(r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __add__(self, other):
        return Matrix([[x + y for x, y in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in r] for r in self.rows])

    __rmul__ = __mul__

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, v):
        i, j = key
        self.rows[i][j] = v

    def __eq__(self, other):
        return self.rows == other.rows

    def __repr__(self):
        return "\n".join(" ".join(f"{x:7.2f}" for x in r) for r in self.rows)

    def transpose(self):
        return Matrix([list(c) for c in zip(*self.rows)])

    def trace(self):
        return sum(self[i, i] for i in range(self.shape[0]))


a = Matrix([[1, 2], [3, 4]])
b = Matrix.identity(2)
print(a @ b == a, (2 * a + b).trace())
b[0, 1] = 5
print(a @ b)
print(a.transpose())
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as e:
    print("ValueError:", e)
print(Matrix.count)

def power(m, n):
    result = Matrix.identity(m.shape[0])
    while n:
        if n & 1:
            result = result @ m
        m = m @ m
        n >>= 1
    return result

print(power(Matrix([[1, 1], [1, 0]]), 30)[0, 1])
rows = [[3, 1, 2], [9, 7, 8]]
print(list(zip(*rows)))
print([sorted(r, reverse=True) for r in rows], sum(map(sum, rows)))
flat = [x for r in rows for x in r if x % 2]
print(flat, np.array(rows).T.tolist())
