# COMPARE: rtol 1e-9
import numpy as np
# finance and statistics
np.set_printoptions(precision=4, suppress=True)
rng = np.random.default_rng(42)
R = rng.normal(0.0005, 0.01, size=(250, 4)) @ np.array([[1, .2, 0, 0], [0, 1, .3, 0], [0, 0, 1, .1], [0, 0, 0, 1.0]])
prices = 100 * np.cumprod(1 + R, axis=0)
ret = np.diff(np.log(prices), axis=0)
mu = ret.mean(axis=0) * 252
cov = np.cov(ret, rowvar=False) * 252
w = np.linalg.solve(cov, np.ones(4))
w /= w.sum()
print("min var", w, np.sqrt(w @ cov @ w))
print("sharpe", mu / np.sqrt(np.diag(cov)))
peak = np.maximum.accumulate(prices, axis=0)
dd = (prices - peak) / peak
print("max drawdown", dd.min(axis=0), dd.argmin(axis=0))
var95 = np.quantile(ret @ w, 0.05)
print("VaR", var95, ret[(ret @ w) <= var95].mean(axis=0))
vals, vecs = np.linalg.eigh(np.corrcoef(ret.T))
print(vals[::-1], np.abs(vecs[:, -1]))
coef, cv = np.polyfit(ret[:, 0], ret[:, 1], 1, cov=True)
print(coef, np.sqrt(np.diag(cv)))
for name, col in zip(["a", "b", "c", "d"], ret.T):
    z = (col - col.mean()) / col.std(ddof=1)
    print(f"{name}: skew={np.mean(z ** 3):+.3f} kurt={np.mean(z ** 4) - 3:.3f} n={np.sum(np.abs(z) > 2)}")
ema = np.zeros_like(prices[:, 0])
ema[0] = prices[0, 0]
alpha = 2 / 21
for i in range(1, len(ema)):
    ema[i] = alpha * prices[i, 0] + (1 - alpha) * ema[i - 1]
print(ema[-3:], np.where(np.diff(np.sign(prices[:, 0] - ema)))[0][:5])
print(np.max(ret, axis=0, initial=0.0, where=ret < 0.02), ret.std(axis=0, where=ret > 0))
