# COMPARE: rtol 1e-9
"""Text processing: tokenizer, parser, evaluator."""
from collections import namedtuple
import math

Token = namedtuple("Token", "kind text pos")

class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(message)
        self.pos = pos

def tokenize(src):
    i, out = 0, []
    while i < len(src):
        c = src[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."):
                j += 1
            out.append(Token("num", src[i:j], i))
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == "_"):
                j += 1
            out.append(Token("name", src[i:j], i))
            i = j
        elif c in "+-*/^()=,":
            out.append(Token("op", c, i))
            i += 1
        else:
            raise ParseError(f"unexpected {c!r}", i)
    out.append(Token("end", "", len(src)))
    return out

FUNCTIONS = {"sin": math.sin, "sqrt": math.sqrt, "abs": abs, "exp": math.exp}

class Calculator:
    def __init__(self):
        self.vars = {"pi": math.pi}
        self.tokens = []
        self.at = 0

    @property
    def peek(self):
        return self.tokens[self.at]

    def take(self, text=None):
        t = self.tokens[self.at]
        if text is not None and t.text != text:
            raise ParseError(f"expected {text!r}, found {t.text!r}", t.pos)
        self.at += 1
        return t

    def run(self, src):
        self.tokens, self.at = tokenize(src), 0
        if self.peek.kind == "name" and self.tokens[self.at + 1].text == "=":
            name = self.take().text
            self.take("=")
            self.vars[name] = v = self.expr()
        else:
            v = self.expr()
        if self.peek.kind != "end":
            raise ParseError(f"trailing {self.peek.text!r}", self.peek.pos)
        return v

    def expr(self):
        v = self.term()
        while self.peek.text in ("+", "-"):
            op = self.take().text
            r = self.term()
            v = v + r if op == "+" else v - r
        return v

    def term(self):
        v = self.factor()
        while self.peek.text in ("*", "/"):
            if self.take().text == "*":
                v *= self.factor()
            else:
                v /= self.factor()
        return v

    def factor(self):
        if self.peek.text == "-":
            self.take()
            return -self.factor()
        v = self.atom()
        if self.peek.text == "^":
            self.take()
            v = v ** self.factor()
        return v

    def atom(self):
        t = self.take()
        if t.kind == "num":
            return float(t.text)
        if t.kind == "name":
            if self.peek.text == "(":
                self.take("(")
                v = self.expr()
                self.take(")")
                if t.text not in FUNCTIONS:
                    raise ParseError(f"no function {t.text}", t.pos)
                return FUNCTIONS[t.text](v)
            try:
                return self.vars[t.text]
            except KeyError:
                raise ParseError(f"unknown name {t.text}", t.pos) from None
        if t.text == "(":
            v = self.expr()
            self.take(")")
            return v
        raise ParseError(f"unexpected {t.text or 'end'}", t.pos)

calc = Calculator()
for line in ["1 + 2 * 3", "x = 2 ^ 3 ^ 2", "x / 4 - -1", "sqrt(x) * sin(pi / 2)", "(1 + 2", "2 $ 3", "y + 1", "1 / 0", "f(2)", "abs(-3.5) + exp(0)"]:
    try:
        print(f"{line:>22} = {calc.run(line):.6g}")
    except ParseError as e:
        print(f"{line:>22} : {e} at {e.pos}")
    except ZeroDivisionError as e:
        print(f"{line:>22} : {e}")
print(sorted(calc.vars))
