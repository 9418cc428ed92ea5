# COMPARE: exact
def neighbors(cell):
    r, c = cell
    return [(r + dr, c + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if (dr, dc) != (0, 0)]
def step(alive):
    counts = {}
    for cell in alive:
        for n in neighbors(cell):
            counts[n] = counts.get(n, 0) + 1
    return {c for c, k in counts.items() if k == 3 or (k == 2 and c in alive)}
glider = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for _ in range(4):
    glider = step(glider)
print(sorted(glider))
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def winner(b):
    for x, y, z in LINES:
        if b[x] != " " and b[x] == b[y] == b[z]:
            return b[x]
    return None
def minimax(b, player):
    w = winner(b)
    if w == "X":
        return 1, -1
    if w == "O":
        return -1, -1
    moves = [i for i, v in enumerate(b) if v == " "]
    if not moves:
        return 0, -1
    best = (-2, -1) if player == "X" else (2, -1)
    for m in moves:
        b[m] = player
        score, _ = minimax(b, "O" if player == "X" else "X")
        b[m] = " "
        if (player == "X" and score > best[0]) or (player == "O" and score < best[0]):
            best = (score, m)
    return best
board = list("XO  X   O")
print(minimax(board, "X"), "".join(board))
def solve(grid):
    for r in range(9):
        for c in range(9):
            if grid[r][c] == 0:
                for v in range(1, 10):
                    if ok(grid, r, c, v):
                        grid[r][c] = v
                        if solve(grid):
                            return True
                        grid[r][c] = 0
                return False
    return True
def ok(g, r, c, v):
    if v in g[r] or any(g[i][c] == v for i in range(9)):
        return False
    br, bc = 3 * (r // 3), 3 * (c // 3)
    return all(g[br + i][bc + j] != v for i in range(3) for j in range(3))
puzzle = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
g = [[int(ch) for ch in puzzle[i * 9:i * 9 + 9]] for i in range(9)]
print(solve(g))
for row in g:
    print("".join(map(str, row)))
def roman(n):
    table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for v, s in table:
        while n >= v:
            out += s
            n -= v
    return out
print([roman(x) for x in (4, 9, 14, 1994, 2024)])
def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)
moves = []
hanoi(3, "A", "B", "C", moves)
print(len(moves), moves[:3])
def knapsack(items, cap):
    best = {0: (0, ())}
    for name, w, v in items:
        new = dict(best)
        for cw, (cv, names) in best.items():
            if cw + w <= cap and (cw + w not in new or new[cw + w][0] < cv + v):
                new[cw + w] = (cv + v, names + (name,))
        best = new
    return max(best.values())
print(knapsack([("a", 2, 3), ("b", 3, 4), ("c", 4, 5), ("d", 5, 6)], 5))
