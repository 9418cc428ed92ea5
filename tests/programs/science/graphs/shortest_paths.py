# COMPARE: exact
"""All-pairs, single-source and negative-cycle variants of shortest paths."""
import numpy as np

INF = 10 ** 9


def make_edges(n, per_node, seed):
    edges = np.zeros((n * per_node, 3), dtype=np.int64)
    x = seed
    for e in range(n * per_node):
        x = (x * 69069 + 1) % 4294967296
        head = (x >> 8) % n
        x = (x * 69069 + 1) % 4294967296
        edges[e] = e // per_node, head, 1 + (x >> 10) % 20
    return edges


def floyd_warshall(n, edges):
    d = np.full((n, n), INF)
    np.fill_diagonal(d, 0)
    for u, v, w in edges:
        d[u, v] = min(d[u, v], w)
    for k in range(n):
        d = np.minimum(d, d[:, k, None] + d[None, k, :])
    return d


def bellman_ford(n, edges, source):
    dist = np.full(n, INF)
    dist[source] = 0
    for rounds in range(n):
        changed = False
        for u, v, w in edges:
            if dist[u] < INF and dist[u] + w < dist[v]:
                dist[v] = dist[u] + w
                changed = True
        if not changed:
            return dist, rounds, True
    return dist, n, False


def dijkstra(n, edges, source):
    weight = np.full((n, n), INF)
    for u, v, w in edges:
        if w < weight[u, v]:
            weight[u, v] = w
    dist = np.full(n, INF)
    dist[source] = 0
    done = np.zeros(n, dtype=bool)
    for _ in range(n):
        u = np.argmin(np.where(done, INF + 1, dist))
        if dist[u] >= INF:
            break
        done[u] = True
        dist = np.minimum(dist, dist[u] + weight[u])
    return dist


n = 30
edges = make_edges(n, 3, 12345)
d = floyd_warshall(n, edges)
row, rounds, ok = bellman_ford(n, edges, 0)
print("reachable pairs", np.sum(d < INF), "diameter", d[d < INF].max())
print("from node 0", row)
print("agree:", np.array_equal(d[0], row), np.array_equal(np.minimum(dijkstra(n, edges, 0), INF), row), ok)
edges[4, 2] = -500
edges[4, :2] = 1, 1
_, _, ok = bellman_ford(n, edges, 0)
print("negative cycle found:", not ok)
