# COMPARE: exact
def table(rows, width, prec=2):
    for r in rows:
        print(f"{r:>{width}.{prec}f}|{r:{width}}|{'x':<{width}}|")

table((1.5, 22.25), 10)
table((1.5, 22.25), 7, prec=3)
for i in range(3):
    print(f"{'':{i + 1}}{i:0{i + 2}d}{1.23456:.{i}f}")
