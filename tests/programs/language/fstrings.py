# COMPARE: exact
x = 3.14159265
n = 42
name = "value"
print(f"{name}: {x}")
print(f"{x:.3f} {x:10.2f}| {x:<10.2f}| {x:^10.2f}| {x:+.1e} {x:g}")
print(f"{n:5d}|{n:<5d}|{n:05d}|{n:+d}|{n:x}|{n:b}|{n:,}")
print(f"{1234567.891:,.2f} {0.256:.1%} {n!r} {name!r} {name:>8}|{name:<8}|{name:^8}|")
print(f"{n} {{braces}} {n + 1} {n > 3} {x * 2:.2f}")
width = 12
print(f"{x:{width}.2f}|")
print(f"{n=} {True} {None}")
