# COMPARE: exact
class Token:
    def __init__(self, kind, text):
        self.kind, self.text = kind, text
    def __repr__(self):
        return f"{self.kind}:{self.text}"
def tokenize(s):
    out, i = [], 0
    while i < len(s):
        ch = s[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."):
                j += 1
            out.append(Token("num", s[i:j]))
            i = j
        elif ch in "+-*/()^":
            out.append(Token("op", ch))
            i += 1
        else:
            raise SyntaxError(f"bad character {ch!r} at {i}")
    return out
class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.pos = 0
    def peek(self):
        return self.tokens[self.pos].text if self.pos < len(self.tokens) else ""
    def take(self):
        t = self.tokens[self.pos]
        self.pos += 1
        return t
    def expr(self):
        v = self.term()
        while self.peek() in ("+", "-"):
            op = self.take().text
            r = self.term()
            v = v + r if op == "+" else v - r
        return v
    def term(self):
        v = self.power()
        while self.peek() in ("*", "/"):
            if self.take().text == "*":
                v *= self.power()
            else:
                v /= self.power()
        return v
    def power(self):
        b = self.atom()
        if self.peek() == "^":
            self.take()
            return b ** self.power()
        return b
    def atom(self):
        t = self.take()
        if t.text == "(":
            v = self.expr()
            self.take()
            return v
        if t.text == "-":
            return -self.atom()
        return float(t.text)
for e in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 / (2 - 4)", "1.5 * 4 - 2"]:
    print(e, "=", Parser(e).expr())
print(tokenize("3 + x1") if False else tokenize("(3+4)"))
try:
    tokenize("2 $ 3")
except SyntaxError as err:
    print(err)
try:
    print(Parser("1 / 0").expr())
except ZeroDivisionError as err:
    print("zero", err)
class Matrix:
    def __init__(self, data):
        self.data = data
    @classmethod
    def identity(cls, n):
        return cls([[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)])
    def det(self):
        a = [row[:] for row in self.data]
        n, d = len(a), 1.0
        for i in range(n):
            p = max(range(i, n), key=lambda k: abs(a[k][i]))
            if a[p][i] == 0:
                return 0.0
            if p != i:
                a[i], a[p] = a[p], a[i]
                d = -d
            d *= a[i][i]
            for k in range(i + 1, n):
                f = a[k][i] / a[i][i]
                for j in range(i, n):
                    a[k][j] -= f * a[i][j]
        return d
print(Matrix([[2.0, 1.0, 3.0], [0.0, -1.0, 4.0], [1.0, 2.0, -2.0]]).det(), Matrix.identity(3).det())
