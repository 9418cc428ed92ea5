# COMPARE: exact
"""`match`: literals, alternatives, captures, sequences, guards."""


def name(n):
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case x if x < 0:
            return f"negative {x}"
        case _:
            return "many"


print([name(k) for k in (0, 2, -4, 9)])


def where(p):
    match p:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"y={y}"
        case (x, 0):
            return f"x={x}"
        case (x, y) if x == y:
            return "diagonal"
        case (x, y):
            return f"{x},{y}"


for a in range(3):
    for b in range(2):
        print(where((a, b)))


def command(text):
    match text:
        case "start" | "go":
            return 1
        case "stop":
            return 2
        case other:
            return len(other)


print(command("go"), command("stop"), command("else"))


def kind(v):
    match v:
        case None:
            return "none"
        case True | False:
            return "bool"
        case int():
            return "int"
        case float(x):
            return f"float {x}"
        case str() as s:
            return "str " + s
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, *rest]:
            return f"{x} and {rest}"


print(kind(None), kind(True), kind(3), kind(2.5), kind("s"), kind(()), kind((1,)), kind((1, 2, 3)))


def flow(n):
    total = 0
    for i in range(n):
        match i % 4:
            case 0:
                continue
            case 3 if i > 6:
                break
            case r:
                total += r
    return total


print(flow(5), flow(12))

status = 404
match status:
    case 200:
        print("ok")
    case 404:
        print("not found")
match (status, 7):
    case (404, k):
        print("k", k)
print(k)
