# COMPARE: exact
xs = []
xs.append(1)
xs.pop()
xs.pop()
