# COMPARE: exact
class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.n = len(self.rows)
        self.m = len(self.rows[0])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])

    def __matmul__(self, other):
        return Matrix([[sum(self.rows[i][k] * other.rows[k][j] for k in range(self.m)) for j in range(other.m)] for i in range(self.n)])

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v

    def __str__(self):
        return "\n".join(" ".join(f"{x:6.2f}" for x in r) for r in self.rows)

    def transpose(self):
        return Matrix([[self.rows[i][j] for i in range(self.n)] for j in range(self.m)])

    def __iter__(self):
        return iter(self.rows)

a = Matrix([[1.0, 2.0], [3.0, 4.0]])
b = Matrix([[0.5, 1.5], [2.5, 3.5]])
print(a @ b)
print((a + b) * 2)
a[0, 1] = 9.0
print(a[0, 1], a.transpose()[1, 0])
print(a)
for row in a:
    print(row)
