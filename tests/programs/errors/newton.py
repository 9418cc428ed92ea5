# COMPARE: exact
class ConvergenceError(Exception):
    pass

class BadInput(ValueError):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

def newton(f, df, x, tol=1e-12, maxit=50):
    for i in range(maxit):
        d = df(x)
        if abs(d) < 1e-15:
            raise ConvergenceError(f"flat derivative at {x}")
        step = f(x) / d
        x -= step
        if abs(step) < tol:
            return x, i + 1
    raise ConvergenceError("no convergence")

print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
try:
    newton(lambda x: x * x + 1, lambda x: 2 * x, 0.0)
except ConvergenceError as e:
    print("failed:", e)
try:
    raise BadInput("negative", 42)
except BadInput as e:
    print(e, e.code)
try:
    raise BadInput("again", 7)
except ValueError as e:
    print(type(e).__name__, e)
def check(v):
    try:
        if v < 0:
            raise BadInput("neg", v)
        return 10 // v
    except ZeroDivisionError:
        return -1
    finally:
        print("checked", v)
print(check(0), check(5))
try:
    check(-3)
except BadInput as e:
    print(e.code)
