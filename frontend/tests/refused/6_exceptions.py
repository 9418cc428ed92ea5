# Exceptions
# ----
raise 5
# ----
raise
# ----
raise SystemExit(1, 2)
# ----
raise ValueError(text="wrong")
# ----
raise OSError(2, "missing")
# ----
raise ValueError("wrong") from 5
# ----
try:
    print(1)
except 5:
    print(2)
# ----
try:
    print(1)
except ValueError as error:
    for item in error.args:
        print(item)
    print(error.note)
# ----
try:
    xs = zip([1], [2])
except ValueError:
    xs = zip([2], [3])
print(xs)
# ----
deep = ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------1
