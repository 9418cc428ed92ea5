# COMPARE: exact
import heapq
from collections import deque, defaultdict

class Graph:
    def __init__(self):
        self.adj = defaultdict(dict)

    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        self.adj[v][u] = w

    def neighbors(self, u):
        return self.adj[u].items()

    def bfs(self, start):
        seen = {start}
        order = []
        q = deque([start])
        while q:
            u = q.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    q.append(v)
        return order

    def dijkstra(self, start):
        dist = {start: 0}
        prev = {}
        heap = [(0, start)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.neighbors(u):
                nd = d + w
                if v not in dist or nd < dist[v]:
                    dist[v] = nd
                    prev[v] = u
                    heapq.heappush(heap, (nd, v))
        return dist, prev

def path(prev, target):
    out = [target]
    while target in prev:
        target = prev[target]
        out.append(target)
    return out[::-1]

g = Graph()
for u, v, w in [("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9)]:
    g.add_edge(u, v, w)
print(g.bfs("a"))
dist, prev = g.dijkstra("a")
for k, v in sorted(dist.items()):
    print(k, v, "->".join(path(prev, k)))

def topo(deps):
    indeg = {k: 0 for k in deps}
    for k, vs in deps.items():
        for v in vs:
            indeg[v] = indeg.get(v, 0) + 1
    ready = [k for k, v in indeg.items() if v == 0]
    out = []
    while ready:
        ready.sort(reverse=True)
        n = ready.pop()
        out.append(n)
        for v in deps.get(n, []):
            indeg[v] -= 1
            if indeg[v] == 0:
                ready.append(v)
    return out
print(topo({"shirt": ["tie", "belt"], "tie": ["jacket"], "trousers": ["shoes", "belt"], "belt": ["jacket"], "socks": ["shoes"]}))
