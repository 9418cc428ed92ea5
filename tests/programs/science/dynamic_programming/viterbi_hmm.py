# COMPARE: rtol 1e-10
"""A two-dice hidden Markov model: sample, decode, and smooth."""
import numpy as np


def sample(start, trans, emit, n):
    states = np.zeros(n, dtype=int)
    symbols = np.zeros(n, dtype=int)
    s = np.searchsorted(np.cumsum(start), np.random.rand())
    for t in range(n):
        states[t] = s
        symbols[t] = np.searchsorted(np.cumsum(emit[s]), np.random.rand())
        s = np.searchsorted(np.cumsum(trans[s]), np.random.rand())
    return states, symbols


def viterbi(start, trans, emit, symbols):
    n, k = len(symbols), len(start)
    score = np.log(start) + np.log(emit[:, symbols[0]])
    back = np.zeros((n, k), dtype=int)
    log_trans = np.log(trans)
    for t in range(1, n):
        options = score[:, None] + log_trans
        back[t] = options.argmax(axis=0)
        score = options.max(axis=0) + np.log(emit[:, symbols[t]])
    path = np.zeros(n, dtype=int)
    path[-1] = score.argmax()
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path, score.max()


def forward_backward(start, trans, emit, symbols):
    n, k = len(symbols), len(start)
    alpha = np.zeros((n, k))
    scale = np.zeros(n)
    for t in range(n):
        alpha[t] = emit[:, symbols[t]] * (start if t == 0 else alpha[t - 1] @ trans)
        scale[t] = alpha[t].sum()
        alpha[t] /= scale[t]
    beta = np.ones((n, k))
    for t in range(n - 2, -1, -1):
        beta[t] = trans @ (emit[:, symbols[t + 1]] * beta[t + 1]) / scale[t + 1]
    return alpha * beta, np.log(scale).sum()


np.random.seed(6)
start = np.array([0.5, 0.5])
trans = np.array([[0.95, 0.05], [0.1, 0.9]])
emit = np.array([[1 / 6] * 6, [0.1, 0.1, 0.1, 0.1, 0.1, 0.5]])
states, symbols = sample(start, trans, emit, 200)
path, score = viterbi(start, trans, emit, symbols)
gamma, loglik = forward_backward(start, trans, emit, symbols)
print("symbols", np.bincount(symbols, minlength=6))
print(f"viterbi score {score:.9f}, accuracy {np.mean(path == states):.4f}")
print(f"log likelihood {loglik:.9f}, accuracy {np.mean(gamma.argmax(axis=1) == states):.4f}")
print("posteriors sum to one:", np.allclose(gamma.sum(axis=1), 1.0))
print("switches", np.count_nonzero(np.diff(path)), "of", np.count_nonzero(np.diff(states)))
print("loaded probability", gamma[::40, 1])
