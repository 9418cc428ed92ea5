# COMPARE: exact
total = 0
for i in range(10):
    if i == 3:
        continue
    if i == 8:
        break
    total += i
else:
    print("not printed")
print(i, total)

for i in range(3):
    pass
else:
    print("finished", i)

n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print("collatz", steps)

for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(0):
    print("never")
count = 0
while True:
    count += 1
    for j in range(5):
        if j == 2:
            break
    if count > 3:
        break
print(count, j)
