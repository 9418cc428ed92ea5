//! Mutations of Python text for the fuzz test, the same for the same seed.

/// A small generator of numbers (xorshift), so that failures repeat.
pub struct Dice {
    state: u64,
}

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1 }
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number below `limit`; 0 when there is nothing to choose from.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// Pieces that are put into programs: operators, keywords, odd literals, constructs we do not compile.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "=",
    "==",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "@",
    "<",
    ">",
    "~",
    "&",
    "|",
    "if",
    "else",
    "for",
    "while",
    "def",
    "return",
    "break",
    "continue",
    "import",
    "lambda x: x",
    "None",
    "True",
    "0",
    "1",
    "-1",
    "1e400",
    "99999999999999999999",
    "''",
    "\"\\n\"",
    "f\"{x!r:>{y}}\"",
    "np",
    "np.zeros",
    "np.float32",
    "[::]",
    "[...]",
    "[None]",
    "[::-1]",
    "*args",
    "**k",
    "yield",
    "await x",
    "class A: pass",
    "global x",
    "del x",
    "try:",
    "with x:",
    "not",
    "in",
    "is",
    "and",
    "or",
    "\n",
    "\n    ",
    "\t",
    "#",
    "\\",
    "\u{e9}",
    "\u{0}",
    "x",
    "n",
    "a",
    "(1,)",
    "()",
    "x, y",
    "[1, 2]",
    "{1: 2}",
    "...",
    "1j",
    "0x",
    "1_0",
    "a[a]",
    "a.T",
    ".shape",
    ".sum(axis=9)",
    "@np",
    ":=",
];

/// A program after one to six mutations; `other` lends lines.
pub fn mutate(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut text = text.to_string();
    for _ in 0..=dice.below(6) {
        text = match dice.below(8) {
            0 => with_lines(
                &text,
                |lines| {
                    lines.remove(0);
                },
                dice,
            ),
            1 => lend_line(&text, other, dice),
            2 => swap_lines(&text, dice),
            3 | 4 => replace_word(&text, dice),
            5 => insert_piece(&text, dice),
            6 => delete_char(&text, dice),
            _ => swap_words(&text, dice),
        };
    }
    text
}

/// Applies a change to the lines from a chosen one on.
fn with_lines<'t>(text: &'t str, change: impl Fn(&mut Vec<&'t str>), dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return String::new();
    }
    let mut tail = lines.split_off(dice.below(lines.len()));
    change(&mut tail);
    lines.append(&mut tail);
    lines.join("\n") + "\n"
}

fn lend_line<'t>(text: &'t str, other: &'t str, dice: &mut Dice) -> String {
    let lines: Vec<&str> = other.lines().collect();
    let lent = lines.get(dice.below(lines.len())).copied().unwrap_or("");
    with_lines(text, |tail| tail.insert(0, lent), dice)
}

fn swap_lines(text: &str, dice: &mut Dice) -> String {
    let distance = 1 + dice.below(5);
    with_lines(
        text,
        |tail| {
            let to = distance.min(tail.len() - 1);
            tail.swap(0, to);
        },
        dice,
    )
}

/// Bounds of the words of a text: names and numbers, and single marks.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_word = c.is_alphanumeric() || c == '_';
        match found.last_mut() {
            Some(last) if is_word && in_word => last.1 = end,
            _ if !c.is_whitespace() => found.push((at, end)),
            _ => {}
        }
        in_word = is_word;
    }
    found
}

fn replace_word(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let Some(&(start, end)) = words.get(dice.below(words.len())) else { return text.to_string() };
    let piece = PIECES[dice.below(PIECES.len())];
    format!("{}{piece}{}", &text[..start], &text[end..])
}

fn insert_piece(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let Some(&(start, _)) = words.get(dice.below(words.len())) else { return text.to_string() };
    let piece = PIECES[dice.below(PIECES.len())];
    format!("{} {piece} {}", &text[..start], &text[start..])
}

fn swap_words(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let (Some(&a), Some(&b)) = (words.get(dice.below(words.len())), words.get(dice.below(words.len()))) else {
        return text.to_string();
    };
    let (a, b) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    if a.1 > b.0 {
        return text.to_string();
    }
    let (first, second) = (&text[a.0..a.1], &text[b.0..b.1]);
    format!("{}{second}{}{first}{}", &text[..a.0], &text[a.1..b.0], &text[b.1..])
}

fn delete_char(text: &str, dice: &mut Dice) -> String {
    let chars: Vec<char> = text.chars().collect();
    let gone = dice.below(chars.len());
    chars.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_mutant_and_another_seed_another() {
        let text = "import numpy as np\na = np.ones(3)\nprint(a + 1)\n";
        let mutant = |seed| mutate(text, "x = 1\n", &mut Dice::new(seed));
        assert_eq!(mutant(7), mutant(7));
        let distinct: std::collections::HashSet<String> = (0..50).map(mutant).collect();
        assert!(distinct.len() > 40, "only {} of 50 differ", distinct.len());
    }
}
