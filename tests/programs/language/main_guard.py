# COMPARE: exact
import sys

def helper(n):
    return n * n

def main():
    print("arguments:", len(sys.argv))
    print(helper(12))

if __name__ == "__main__":
    main()
