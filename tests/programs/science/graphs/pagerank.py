# COMPARE: rtol 1e-9
import numpy as np


def link_matrix(n):
    """Page i links to a few pages computed from i; every seventh page has no links."""
    a = np.zeros((n, n))
    for i in range(n):
        if i % 7 == 6:
            continue
        for k in (2 * i + 1, i * i + 3, i // 2, (5 * i) % 11):
            if k % n != i:
                a[k % n, i] = 1.0
    return a


def stochastic(a):
    out = a.sum(axis=0)
    dangling = out == 0
    m = a.copy()
    m[:, ~dangling] /= out[~dangling]
    return m, dangling


def pagerank(m, dangling, damping=0.85, tol=1e-12):
    n = m.shape[0]
    r = np.full(n, 1.0 / n)
    for it in range(1000):
        spread = damping * r[dangling].sum() / n
        new = damping * (m @ r) + spread + (1.0 - damping) / n
        if np.abs(new - r).sum() < tol:
            return new, it
        r = new
    raise RuntimeError("no convergence")


def hits(a, rounds):
    hub = np.ones(a.shape[1])
    for _ in range(rounds):
        authority = a @ hub
        authority /= np.linalg.norm(authority)
        hub = a.T @ authority
        hub /= np.linalg.norm(hub)
    return hub, authority


a = link_matrix(40)
m, dangling = stochastic(a)
print("links", int(a.sum()), "dangling", np.flatnonzero(dangling))
r, iterations = pagerank(m, dangling)
print(f"sum {r.sum():.12f}, iterations in range {20 < iterations < 200}")
order = np.argsort(-r)
for place, page in enumerate(order[:5], 1):
    print(f"{place}. page {page} rank {r[page]:.10f} links in {int(a[page].sum())}")
hub, authority = hits(a, 100)
print("best hub", hub.argmax(), "best authority", authority.argmax(), f"{authority.max():.9f}")
gap, _ = pagerank(m, dangling, damping=0.5)
print(f"damping matters: {np.abs(gap - r).sum():.10f}")
