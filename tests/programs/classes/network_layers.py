# COMPARE: rtol 1e-9
"""Small neural network with layers as objects."""
import numpy as np

class Layer:
    def forward(self, x): raise NotImplementedError
    def backward(self, g): raise NotImplementedError
    def params(self): return []

class Dense(Layer):
    def __init__(self, n_in, n_out, rng):
        self.W = rng.standard_normal((n_in, n_out)) * np.sqrt(2.0 / n_in)
        self.b = np.zeros(n_out)
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, g):
        self.dW = self.x.T @ g
        self.db = g.sum(axis=0)
        return g @ self.W.T
    def params(self):
        return [(self.W, self.dW), (self.b, self.db)]

class ReLU(Layer):
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0.0)
    def backward(self, g):
        return g * self.mask

class Tanh(Layer):
    def forward(self, x):
        self.y = np.tanh(x)
        return self.y
    def backward(self, g):
        return g * (1 - self.y ** 2)

class Network:
    def __init__(self, *layers):
        self.layers = list(layers)
    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x
    def train(self, x, y, lr=0.1, epochs=50):
        losses = []
        for epoch in range(epochs):
            out = self.forward(x)
            diff = out - y
            losses.append(float((diff ** 2).mean()))
            g = 2 * diff / diff.size
            for layer in reversed(self.layers):
                g = layer.backward(g)
            for layer in self.layers:
                for p, d in layer.params():
                    p -= lr * d
        return losses

rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (64, 2))
y = (x[:, :1] * x[:, 1:] > 0).astype(float)
net = Network(Dense(2, 8, rng), ReLU(), Dense(8, 8, rng), Tanh(), Dense(8, 1, rng))
losses = net.train(x, y, lr=0.3, epochs=200)
print(f"{losses[0]:.6f} {losses[-1]:.6f}", losses[-1] < losses[0])
acc = ((net.forward(x) > 0.5) == (y > 0.5)).mean()
print(f"{acc:.3f}", [type(l).__name__ for l in net.layers])
print(sum(p.size for l in net.layers for p, _ in l.params()))
