//! Mutated Python: the frontend may refuse a program, it may not panic, and what it accepts must be a verified module.

use phylanx_frontend::{Options, SourceFile, compile};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Mutants that are compiled. The seed is fixed, so every run compiles the same ones.
const MUTANTS: usize = 1500;

/// Words that mutations put in.
const WORDS: &[&str] = &[
    "0",
    "-1",
    "1.5",
    "None",
    "True",
    "x",
    "a",
    "n",
    "(",
    ")",
    "[",
    "]",
    ":",
    ",",
    "=",
    "+=",
    "*",
    "**",
    "//",
    "@",
    "not ",
    "lambda: ",
    "return ",
    "break",
    "continue",
    "if x:",
    "for i in range(3):",
    "while True:",
    "def f(a, b=None):",
    "global a",
    "np.",
    ".T",
    "[0]",
    "[::-1]",
    "[None, ...]",
    ".sum()",
    "f\"{x:>{n}}\"",
    "'s'",
    "import numpy as np",
    "print(",
    "yield",
    "...",
    "a[i, j]",
    "range(",
    "zip(a, a)",
    "1 if x else 2",
    "del x",
    "assert ",
    "raise ValueError('x')",
    "x := 3",
    "99999999999999999999",
    "\n",
    "    ",
    "\t",
];

#[test]
fn mutated_programs_are_refused_or_compiled_but_never_crash() {
    let corpus = corpus();
    assert!(corpus.len() > 20, "a corpus of {} programs", corpus.len());
    std::panic::set_hook(Box::new(|_| {}));
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut crashes = Vec::new();
    let mut accepted = 0;
    for _ in 0..MUTANTS {
        let text = mutate(&corpus[random.below(corpus.len())], &mut random);
        let source = SourceFile::new("mutant.py", text.as_str());
        match catch_unwind(AssertUnwindSafe(|| compile(&source, &Options::default()))) {
            Err(_) => crashes.push(format!("panic on:\n{text}")),
            Ok(Err(diagnostics)) if diagnostics.is_empty() => {
                crashes.push(format!("refused without a reason:\n{text}"))
            }
            Ok(Err(_)) => {}
            Ok(Ok(module)) => {
                accepted += 1;
                if let Err(error) = phylanx_dialects::mlir::print_tree(&module) {
                    crashes.push(format!("{error} for:\n{text}"));
                }
            }
        }
    }
    let _ = std::panic::take_hook();
    assert!(crashes.is_empty(), "{} bad mutants of {MUTANTS}, the first:\n{}", crashes.len(), crashes[0]);
    assert!(accepted > MUTANTS / 50, "only {accepted} mutants were accepted, so little is tested");
}

fn corpus() -> Vec<String> {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for group in std::fs::read_dir(folder).expect("the folder of cases") {
        for entry in std::fs::read_dir(group.expect("an entry").path()).expect("a group of cases") {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a readable case");
            let program = text.split("# ---- expected ----").next().unwrap_or_default();
            found.push(program.to_string());
        }
    }
    found.sort();
    found
}

fn mutate(text: &str, random: &mut Random) -> String {
    let mut out = text.to_string();
    for _ in 0..=random.below(3) {
        let chars: Vec<char> = out.chars().collect();
        let lines: Vec<&str> = out.lines().collect();
        if chars.is_empty() || lines.is_empty() {
            return WORDS[random.below(WORDS.len())].to_string();
        }
        let (a, b) = (random.below(chars.len()), random.below(chars.len()));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 1 + random.below(12)));
        let (line, other) = (random.below(lines.len()), random.below(lines.len()));
        out = match random.below(6) {
            0 => chars[..from].iter().chain(&chars[to..]).collect(),
            1 => insert(&chars, from, WORDS[random.below(WORDS.len())]),
            2 => insert(&chars, from, &chars[from..to].iter().collect::<String>()),
            3 => with_lines(&lines, |lines| lines.swap(line, other)),
            4 => with_lines(&lines, |lines| {
                lines.remove(line);
            }),
            _ => replace_word(&chars, from, WORDS[random.below(WORDS.len())]),
        };
    }
    out
}

fn insert(chars: &[char], at: usize, text: &str) -> String {
    chars[..at].iter().copied().chain(text.chars()).chain(chars[at..].iter().copied()).collect()
}

fn replace_word(chars: &[char], at: usize, text: &str) -> String {
    let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
    let start = chars[..at].iter().rposition(|c| !is_word(c)).map_or(0, |found| found + 1);
    let end = chars[at..].iter().position(|c| !is_word(c)).map_or(chars.len(), |found| at + found);
    chars[..start].iter().copied().chain(text.chars()).chain(chars[end.max(start)..].iter().copied()).collect()
}

fn with_lines(lines: &[&str], change: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut lines = lines.to_vec();
    change(&mut lines);
    lines.join("\n") + "\n"
}

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound
    }
}
