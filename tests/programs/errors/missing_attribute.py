# COMPARE: exact
class A:
    def __init__(self):
        self.x = 1
    def set(self):
        self.y = 2
a = A()
print(a.x)
b = A()
b.set()
print(b.y)
print(a.y)
