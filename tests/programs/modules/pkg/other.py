# MODULE of several_files.py
print("other runs")
TWO = 2
def g(a):
    return a * TWO
