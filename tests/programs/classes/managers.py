# COMPARE: exact
import time

class Timer:
    def __init__(self, name):
        self.name = name
        self.elapsed = -1.0

    def __enter__(self):
        self.start = time.perf_counter()
        print("enter", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        self.elapsed = time.perf_counter() - self.start
        print("exit", self.name, exc_type is None)
        return False

with Timer("outer") as t:
    s = 0
    for i in range(1000):
        s += i * i
    with Timer("inner"):
        s += 1
print(s, t.elapsed >= 0)

class Suppress:
    def __enter__(self):
        return self
    def __exit__(self, et, ev, tb):
        print("suppressing", ev)
        return True

with Suppress():
    raise ValueError("boom")
print("after")
try:
    with Timer("failing"):
        x = [1, 2, 3][5]
except IndexError as e:
    print("caught", e)
