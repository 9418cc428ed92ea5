# COMPARE: exact
class Account:
    """A bank account."""
    interest = 0.02
    count = 0

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []
        Account.count += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: {self.balance:.2f} < {amount:.2f}")
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def add_interest(self):
        self.balance *= 1 + self.interest

    @property
    def is_rich(self):
        return self.balance > 1000

    @staticmethod
    def parse(text):
        name, amount = text.split(":")
        return Account(name, float(amount))

    @classmethod
    def empty(cls, owner):
        return cls(owner)

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance:.2f})"

    def __eq__(self, other):
        return self.owner == other.owner and self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __len__(self):
        return len(self.history)


accounts = [Account("ann", 100.0), Account.parse("bob:2500"), Account.empty("cid")]
accounts[0].deposit(50).deposit(25.5)
for a in accounts:
    try:
        a.withdraw(120)
    except ValueError as e:
        print("error:", e)
for a in accounts:
    a.add_interest()
    print(a, a.is_rich, len(a), a.history)
print(sorted(accounts))
print(max(accounts), min(accounts))
print(Account.count)
print([a.owner for a in accounts if a.is_rich])
total = sum(a.balance for a in accounts)
print(f"{total:10.3f}")
by_name = {a.owner: a for a in accounts}
by_name["ann"].deposit(1)
print(accounts[0].balance == by_name["ann"].balance, accounts[0] is by_name["ann"])
print("ann" in by_name, "zed" in by_name, by_name.get("zed") is None)
