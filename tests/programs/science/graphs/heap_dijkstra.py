# COMPARE: exact
import heapq
from collections import defaultdict, deque


def grid_graph(n, m):
    graph = defaultdict(list)
    for i in range(n):
        for j in range(m):
            for di, dj in ((0, 1), (1, 0)):
                k, l = i + di, j + dj
                if k < n and l < m:
                    w = 1 + (i * 7 + j * 13 + k * 3 + l) % 9
                    graph[i, j].append((w, (k, l)))
                    graph[k, l].append((w, (i, j)))
    return graph


def dijkstra(graph, source):
    dist = {source: 0}
    heap = [(0, source)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for w, v in graph[u]:
            if v not in dist or d + w < dist[v]:
                dist[v] = d + w
                heapq.heappush(heap, (d + w, v))
    return dist


def bfs(graph, source):
    seen = {source: 0}
    queue = deque([source])
    while queue:
        u = queue.popleft()
        for _, v in graph[u]:
            if v not in seen:
                seen[v] = seen[u] + 1
                queue.append(v)
    return seen


graph = grid_graph(8, 9)
dist = dijkstra(graph, (0, 0))
hops = bfs(graph, (0, 0))
print("nodes", len(dist), "far corner", dist[7, 8], "hops", hops[7, 8])
print("largest", max(dist.values()), sorted(k for k, d in dist.items() if d == max(dist.values())))
print([dist[i, i] for i in range(8)])
