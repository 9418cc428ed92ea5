# COMPARE: exact
import numpy as np

class Network:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.params = {
            "W1": rng.standard_normal((sizes[0], sizes[1])) * 0.5,
            "b1": np.zeros(sizes[1]),
            "W2": rng.standard_normal((sizes[1], sizes[2])) * 0.5,
            "b2": np.zeros(sizes[2]),
        }

    def forward(self, X):
        h = np.tanh(X @ self.params["W1"] + self.params["b1"])
        return h, h @ self.params["W2"] + self.params["b2"]

    def gradients(self, X, y):
        h, out = self.forward(X)
        d = 2 * (out - y) / len(X)
        dh = d @ self.params["W2"].T * (1 - h ** 2)
        return {"W1": X.T @ dh, "b1": dh.sum(axis=0), "W2": h.T @ d, "b2": d.sum(axis=0)}

    def step(self, grads, lr):
        for k in self.params:
            self.params[k] -= lr * grads[k]

def momentum(net, X, y, steps):
    velocity = {k: np.zeros_like(v) for k, v in net.params.items()}
    for _ in range(steps):
        g = net.gradients(X, y)
        for name, grad in g.items():
            velocity[name] = 0.9 * velocity[name] - 0.1 * grad
            net.params[name] = net.params[name] + velocity[name]
    return np.sqrt(sum((v ** 2).sum() for v in velocity.values()))

X = np.linspace(-1, 1, 20).reshape(-1, 1)
y = X ** 2
net = Network((1, 8, 1))
for it in range(200):
    net.step(net.gradients(X, y), 0.1)
print(round(float(((net.forward(X)[1] - y) ** 2).mean()), 6))
print(round(momentum(net, X, y, 50), 6), round(float(((net.forward(X)[1] - y) ** 2).mean()), 6))
config = {"name": "run", "steps": 10, "rate": 0.5, "layers": [1, 2, 3], "verbose": True}
print(config["name"], config["steps"] * 2, config["rate"], config["layers"][1], config["verbose"], len(config), "steps" in config, "x" in config)
config["steps"] += 5
config["layers"].append(4)
print(config, config.get("missing", -1), config.get("rate"))
for key, value in config.items():
    print(key, value)
def run(c):
    c["rate"] = c["rate"] / 2
    return c["rate"] * c["steps"]
print(run(config), config["rate"])
try:
    print(config["nope"])
except KeyError as e:
    print("missing", e)
people = [{"name": "ann", "age": 30}, {"name": "bob", "age": 25}]
print(sorted(people, key=lambda p: p["age"])[0]["name"], [p["name"] for p in people], sum(p["age"] for p in people))
people.append({"name": "cid", "age": 41})
print(max(people, key=lambda p: p["age"]), len(people))
merged = {**config, "extra": (1, 2)}
print(merged["extra"], merged["steps"])
def simulate(steps, rate, name="x", verbose=False):
    return f"{name}: {steps * rate} {verbose}"
print(simulate(**{"steps": 3, "rate": 0.5, "name": "sim"}), simulate(4, **{"rate": 2.0, "name": "y"}))
