# COMPARE: exact
class Bad(ValueError):
    def __init__(self, *, code):
        self.code = code
        super().__init__("code", code)
class Lock:
    def __enter__(self):
        print("in")
        return self
    def __exit__(self, t, v, tb):
        print("out", t.__name__ if t else None, v)
        return t is not None and issubclass(t, ValueError)
def f(n):
    with Lock() as l:
        if n == 1:
            return "early"
        if n == 2:
            raise Bad(code=7)
        for k in range(3):
            with Lock():
                if k == 1:
                    break
    return "late"
print(f(0)); print(f(1)); print(f(2))
