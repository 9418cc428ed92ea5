# COMPARE: exact
import numpy as np


def precedence(n):
    before = np.zeros((n, n), dtype=bool)
    for j in range(1, n):
        before[(j * j + 1) % j, j] = True
        before[j // 2, j] = j > 1
        if j % 5 == 0:
            before[j - 3, j] = True
    return before


def topological_order(before):
    n = before.shape[0]
    indegree = before.sum(axis=0)
    order = np.zeros(n, dtype=np.int64)
    done = np.zeros(n, dtype=bool)
    for k in range(n):
        ready = np.flatnonzero((indegree == 0) & ~done)
        if ready.size == 0:
            return order[:k], False
        node = ready[0]
        order[k] = node
        done[node] = True
        indegree -= before[node]
    return order, True


def schedule(before, duration, order):
    start = np.zeros(len(duration), dtype=np.int64)
    for node in order:
        earlier = np.where(before[:, node])[0]
        if len(earlier) > 0:
            start[node] = (start[earlier] + duration[earlier]).max()
    return start, start + duration


def slack(before, duration, order, finish):
    latest = np.full(len(duration), finish.max())
    for node in order[::-1]:
        later = np.nonzero(before[node])[0]
        if later.size:
            latest[node] = np.min(latest[later] - duration[later])
    return latest - finish


def reachability(before):
    r = before.copy()
    for k in range(len(r)):
        r |= np.outer(r[:, k], r[k])
    return r


n = 26
before = precedence(n)
duration = 1 + (np.arange(n) * 7) % 9
order, ok = topological_order(before)
start, finish = schedule(before, duration, order)
print("acyclic:", ok, "order", order)
print("makespan", finish.max(), "total work", duration.sum())
critical = np.flatnonzero(slack(before, duration, order, finish) == 0)
print("critical", critical)
busy = (start[:, None] <= np.arange(finish.max())) & (np.arange(finish.max()) < finish[:, None])
print("most parallel", busy.sum(axis=0).max(), "profile", busy.sum(axis=0)[:20])
print("reachable pairs", reachability(before).sum())
before[20, 1] = True
print("with a back edge:", topological_order(before)[1])
