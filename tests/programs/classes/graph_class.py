# COMPARE: rtol 1e-9
"""Graph algorithms with dicts of dicts, sets and recursion."""
import heapq
from collections import defaultdict, deque
import sys
sys.setrecursionlimit(10000)

class Graph:
    def __init__(self, directed=False):
        self.adj = defaultdict(dict)
        self.directed = directed

    def add(self, u, v, w=1):
        self.adj[u][v] = w
        if not self.directed:
            self.adj[v][u] = w
        else:
            self.adj[v]
        return self

    @classmethod
    def from_edges(cls, edges, **kw):
        g = cls(**kw)
        for e in edges:
            g.add(*e)
        return g

    def bfs(self, s):
        seen = {s: 0}
        q = deque([s])
        while q:
            u = q.popleft()
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen[v] = seen[u] + 1
                    q.append(v)
        return seen

    def dijkstra(self, s):
        dist = {u: float("inf") for u in self.adj}
        prev = {}
        dist[s] = 0
        heap = [(0, s)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                if d + w < dist[v]:
                    dist[v] = d + w
                    prev[v] = u
                    heapq.heappush(heap, (dist[v], v))
        return dist, prev

    def components(self):
        seen = set()
        out = []
        for u in self.adj:
            if u in seen:
                continue
            stack, comp = [u], set()
            while stack:
                x = stack.pop()
                if x in comp:
                    continue
                comp.add(x)
                stack.extend(set(self.adj[x]) - comp)
            seen |= comp
            out.append(sorted(comp))
        return out

    def toposort(self):
        state = {}
        order = []
        def visit(u):
            if state.get(u) == 1:
                raise ValueError(f"cycle through {u}")
            if u in state:
                return
            state[u] = 1
            for v in self.adj[u]:
                visit(v)
            state[u] = 2
            order.append(u)
        for u in list(self.adj):
            visit(u)
        return order[::-1]

    def mst(self):
        edges = sorted((w, u, v) for u in self.adj for v, w in self.adj[u].items() if u < v)
        parent = {u: u for u in self.adj}
        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x
        total, used = 0, []
        for w, u, v in edges:
            a, b = find(u), find(v)
            if a != b:
                parent[a] = b
                total += w
                used.append((u, v))
        return total, used

g = Graph.from_edges([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("x", "y", 7)])
print(g.bfs("a"))
dist, prev = g.dijkstra("a")
print(dist)
path = ["e"]
while path[-1] in prev:
    path.append(prev[path[-1]])
print("->".join(reversed(path)), len(g.adj))
print(g.components())
print(g.mst())
d = Graph(directed=True).add("shirt", "tie").add("tie", "jacket").add("pants", "shoes").add("pants", "jacket")
print(d.toposort())
d.add("jacket", "shirt")
try:
    d.toposort()
except ValueError as e:
    print("error:", e)
print(any(u == v for u in g.adj for v in g.adj[u]), sum(len(v) for v in g.adj.values()) // 2)
