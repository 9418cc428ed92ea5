# MODULE of several_files.py
print("lazy runs")
VALUE = 10
def compute(x):
    return x + VALUE
