# COMPARE: exact
import math
class Shape:
    count = 0
    def __init__(self, name):
        self.name = name
        Shape.count += 1
    def area(self):
        raise NotImplementedError("area")
    def describe(self):
        return f"{self.name} with area {self.area():.2f}"
    def __lt__(self, other):
        return self.area() < other.area()

class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r
    def area(self):
        return math.pi * self.r ** 2

class Square(Shape):
    def __init__(self, s):
        super().__init__("square")
        self.s = s
    def area(self):
        return self.s ** 2
    def describe(self):
        return "a " + super().describe()

c, s = Circle(1.5), Square(2.0)
print(c.describe(), "|", s.describe(), Shape.count)
print(isinstance(c, Shape), isinstance(c, Square), issubclass(Circle, Shape) if False else True)
print(c < s, s < c)
try:
    Shape("x").area()
except NotImplementedError as e:
    print("error", e)
shapes = [Circle(1.0), Square(1.0)]
for sh in shapes:
    print(sh.describe())
print(sum(sh.area() for sh in shapes))
