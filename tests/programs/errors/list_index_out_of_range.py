# COMPARE: exact
xs = [1, 2, 3]
xs.append(4)
i = 10
print(xs[i])
