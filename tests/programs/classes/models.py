# COMPARE: exact
import numpy as np
from dataclasses import dataclass, field
class Particle:
    def __init__(self, pos, vel, mass=1.0):
        self.pos = np.array(pos)
        self.vel = np.array(vel)
        self.mass = mass
        self.trail = []
    def step(self, dt):
        self.pos += self.vel * dt
        self.trail.append(self.pos.copy())
    def energy(self):
        return 0.5 * self.mass * np.sum(self.vel ** 2)
class World:
    G = 9.8
    def __init__(self):
        self.particles = []
        self.t = 0.0
    def add(self, p):
        self.particles.append(p)
        return self
    def run(self, n, dt=0.1):
        for _ in range(n):
            for p in self.particles:
                p.vel[1] -= World.G * dt
                p.step(dt)
            self.t += dt
    def total(self):
        return sum(p.energy() for p in self.particles)
w = World()
w.add(Particle([0.0, 1.0], [1.0, 0.0])).add(Particle([1.0, 1.0], [0.0, 2.0], 2.0))
w.run(3)
print(w.total(), w.t, len(w.particles[0].trail))
for p in w.particles:
    print(p.pos, p.vel, p.mass)
class Matrix:
    def __init__(self, rows):
        self.rows = rows
        self.n = len(rows)
    def __matmul__(self, other):
        n = self.n
        return Matrix([[sum(self.rows[i][k] * other.rows[k][j] for k in range(n)) for j in range(n)] for i in range(n)])
    def __getitem__(self, ij):
        return self.rows[ij[0]][ij[1]]
    def __str__(self):
        return "\n".join(" ".join(str(x) for x in row) for row in self.rows)
    def __neg__(self):
        return Matrix([[-x for x in row] for row in self.rows])
m = Matrix([[1, 2], [3, 4]])
print(m @ m)
print(m[1, 0])
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.log = []
    @property
    def balance(self):
        return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0:
            raise ValueError("negative balance")
        self._balance = v
    def deposit(self, amount):
        self.balance += amount
        self.log.append(("deposit", amount))
        return self.balance
a = Account("ann")
a.deposit(50)
a.deposit(25)
a.balance = 10
print(a.owner, a.balance, a.log)
class Counter2:
    def __init__(self):
        self.counts = {}
    def __call__(self, key):
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]
    def __contains__(self, key):
        return key in self.counts
    def __bool__(self):
        return len(self.counts) > 0
c = Counter2()
print(bool(c), c("a"), c("a"), c("b"), "a" in c, "z" in c, c.counts, bool(c))
@dataclass
class Config:
    n: int = 10
    dt: float = 0.1
    tags: list = field(default_factory=list)
    def __post_init__(self):
        self.total = self.n * self.dt
cfg = Config(n=20)
cfg.tags.append("x")
print(cfg, cfg.total, Config())
class Base:
    kind = "base"
    def __init__(self, v):
        self.v = v
    def show(self):
        return f"{self.kind}:{self.v}:{self.extra()}"
    def extra(self):
        return 0
class Derived(Base):
    kind = "derived"
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def extra(self):
        return self.w + super().extra()
print(Base(1).show(), Derived(2, 3).show())
class LinkedList:
    class_name = "LL"
    def __init__(self):
        self.head = None
        self.n = 0
    def add(self, v):
        self.head = Cell(v, self.head)
        self.n += 1
    def to_list(self):
        out = []
        cur = self.head
        while cur:
            out.append(cur.v)
            cur = cur.nxt
        return out
class Cell:
    def __init__(self, v, nxt):
        self.v = v
        self.nxt = nxt
ll = LinkedList()
for i in range(5):
    ll.add(i)
print(ll.to_list(), ll.n)
graph = {}
class V:
    def __init__(self, name):
        self.name = name
        self.edges = []
        self.seen = False
for n in "abc":
    graph[n] = V(n)
graph["a"].edges.append(graph["b"])
graph["b"].edges.append(graph["c"])
def dfs(v, order):
    if v.seen:
        return
    v.seen = True
    order.append(v.name)
    for e in v.edges:
        dfs(e, order)
o = []
dfs(graph["a"], o)
print(o)
