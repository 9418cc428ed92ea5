//! The marks below a line of a traceback, as CPython 3.11 draws them: `^` below the part that failed, and where that is a binary
//! operation or a subscript, `~` with `^` below the operator or the brackets. Nothing where the part is the whole line.
//!
//! Like CPython, this goes by the text of the part, read when it is printed.

/// A part of a source file; lines and columns count from one, in characters, ends lie behind.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// The marks for a part that begins on a line, to be put below the line without its indentation; `None` when there are none.
pub fn marks(part: Part, line: &str) -> Option<String> {
    if part.column == 0 || part.end_column == 0 {
        return None;
    }
    let line: Vec<char> = line.chars().collect();
    let indent = line.iter().take_while(|c| matches!(c, ' ' | '\t' | '\x0c')).count();
    let start = (part.column as usize - 1).max(indent);
    let one_line = part.line == part.end_line;
    let end = if one_line { part.end_column as usize - 1 } else { trimmed(&line) };
    let segment = line.get(start..end).filter(|segment| !segment.is_empty())?;
    let inner = if one_line { inner(segment) } else { None };
    if inner.is_none() && end - start == line.len() - indent {
        return None;
    }
    let (outside, (from, to)) = inner.map_or(('^', (0, 0)), |inner| ('~', inner));
    let mark = |at: usize| if (from..to).contains(&at) { '^' } else { outside };
    Some(" ".repeat(start - indent) + &(0..segment.len()).map(mark).collect::<String>())
}

/// The length without white space at the end.
fn trimmed(line: &[char]) -> usize {
    line.iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1)
}

/// Where the operator of a binary operation, or the brackets of a subscript, stand in an expression of one of these kinds.
fn inner(segment: &[char]) -> Option<(usize, usize)> {
    let mut scan = Scan { text: segment, at: 0, after_operand: false, operators: Vec::new(), last: None };
    while scan.at < segment.len() {
        scan.step()?;
    }
    if let Some(operator) = chosen(&scan.operators) {
        return operator.binary.then_some((operator.at, operator.at + operator.length));
    }
    scan.last.filter(|(open, close)| segment[*open] == '[' && *open > 0 && trimmed(segment) == *close + 1).and_then(
        |(open, close)| {
            let is_item = segment[..open].iter().any(|c| !c.is_whitespace());
            is_item.then_some((open, close + 1))
        },
    )
}

/// The operator that is applied last: the weakest, the last of several equal ones, but the first of several `**`.
fn chosen(operators: &[Operator]) -> Option<&Operator> {
    let weakest = operators.iter().map(|operator| operator.strength).min()?;
    let mut equal = operators.iter().filter(|operator| operator.strength == weakest);
    if weakest >= UNARY { equal.next() } else { equal.next_back() }
}

const UNARY: u8 = 7;

struct Operator {
    at: usize,
    length: usize,
    strength: u8,
    binary: bool,
}

/// Reads an expression as far as it is one that has marks; steps give `None` at what is none.
struct Scan<'t> {
    text: &'t [char],
    at: usize,
    after_operand: bool,
    operators: Vec<Operator>,
    /// The brackets that closed last.
    last: Option<(usize, usize)>,
}

impl Scan<'_> {
    fn step(&mut self) -> Option<()> {
        let c = self.text[self.at];
        match c {
            _ if c.is_whitespace() => self.at += 1,
            '(' | '[' | '{' => {
                let close = self.closing()?;
                self.last = Some((if self.after_operand { self.at } else { 0 }, close));
                self.operand(close + 1);
            }
            '"' | '\'' => {
                let end = self.string_end(self.at)?;
                self.operand(end);
            }
            _ if c.is_alphanumeric() || c == '_' || c == '.' => self.word()?,
            _ => self.operator()?,
        }
        Some(())
    }

    fn operand(&mut self, end: usize) {
        (self.at, self.after_operand) = (end, true);
    }

    /// A name, a number, an attribute, or what stands before a string.
    fn word(&mut self) -> Option<()> {
        const KEYWORDS: [&str; 22] = [
            "and", "or", "not", "in", "is", "if", "else", "for", "lambda", "await", "yield", "async", "return",
            "raise", "del", "assert", "import", "from", "with", "while", "pass", "global",
        ];
        let start = self.at;
        let is_number = self.text[start].is_ascii_digit();
        let mut end = start;
        while let Some(&c) = self.text.get(end) {
            let exponent = is_number && matches!(c, '+' | '-') && matches!(self.text[end - 1], 'e' | 'E');
            if !(c.is_alphanumeric() || c == '_' || c == '.' || exponent) {
                break;
            }
            end += 1;
        }
        let word: String = self.text[start..end].iter().collect();
        if KEYWORDS.contains(&&*word) {
            return None;
        }
        let end = match self.text.get(end) {
            Some('"' | '\'') => self.string_end(end)?,
            _ => end,
        };
        self.operand(end);
        Some(())
    }

    fn operator(&mut self) -> Option<()> {
        const OPERATORS: [(&str, u8); 13] = [
            ("**", 8),
            ("//", 6),
            ("<<", 4),
            (">>", 4),
            ("|", 1),
            ("^", 2),
            ("&", 3),
            ("+", 5),
            ("-", 5),
            ("*", 6),
            ("/", 6),
            ("%", 6),
            ("@", 6),
        ];
        let rest: String = self.text[self.at..].iter().take(3).collect();
        if !self.after_operand && rest.starts_with(['+', '-', '~']) {
            // Behind `**` it is a part of the right operand.
            if self.operators.last().is_none_or(|last| last.strength < UNARY) {
                self.operators.push(Operator { at: self.at, length: 1, strength: UNARY, binary: false });
            }
            self.at += 1;
            return Some(());
        }
        // Comparisons, commas and assignments are no such expressions.
        let (symbol, strength) = OPERATORS.iter().find(|(symbol, _)| rest.starts_with(symbol))?;
        if !self.after_operand || rest[symbol.len()..].starts_with('=') {
            return None;
        }
        let end = self.at + symbol.len();
        // CPython takes the parenthesis right behind an operator of one character for a part of it.
        let length = if symbol.len() == 1 && self.is_wrapped(end) { 2 } else { symbol.len() };
        self.operators.push(Operator { at: self.at, length, strength: *strength, binary: true });
        (self.at, self.after_operand) = (end, false);
        Some(())
    }

    /// Whether an operand in needless parentheses begins at a place.
    fn is_wrapped(&self, start: usize) -> bool {
        if self.text.get(start) != Some(&'(') {
            return false;
        }
        let there = Scan { at: start, operators: Vec::new(), ..*self };
        let Some(close) = there.closing() else { return false };
        let inner = Scan { text: &self.text[..close], at: start + 1, operators: Vec::new(), ..*self };
        let goes_on = self.text.get(close + 1).is_some_and(|c| matches!(c, '.' | '(' | '['));
        close > start + 1 && !goes_on && !inner.has_comma()
    }

    /// Whether a comma stands outside of brackets in what is left.
    fn has_comma(mut self) -> bool {
        while let Some(&c) = self.text.get(self.at) {
            let end = match c {
                ',' => return true,
                '(' | '[' | '{' => self.closing(),
                '"' | '\'' => self.string_end(self.at).map(|end| end - 1),
                _ => Some(self.at),
            };
            let Some(end) = end else { return false };
            self.at = end + 1;
        }
        false
    }

    /// The bracket that closes the one at the present place.
    fn closing(&self) -> Option<usize> {
        let (mut depth, mut at) = (0, self.at);
        while let Some(&c) = self.text.get(at) {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                '"' | '\'' => at = self.string_end(at)? - 1,
                _ => {}
            }
            if depth == 0 {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Behind the string that begins at a place.
    fn string_end(&self, start: usize) -> Option<usize> {
        let quote = self.text[start];
        let triple = self.text.get(start..start + 3).is_some_and(|three| three.iter().all(|c| *c == quote));
        let wanted = if triple { 3 } else { 1 };
        let (mut at, mut seen) = (start + wanted, 0);
        while let Some(&c) = self.text.get(at) {
            seen = if c == quote { seen + 1 } else { 0 };
            at += if c == '\\' { 2 } else { 1 };
            if seen == wanted {
                return Some(at);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks for the text between `<` and `>` of a line.
    fn marked(line: &str) -> String {
        let text: String = line.replace(['«', '»'], "");
        let at = |mark: char| line.chars().position(|c| c == mark).expect("a mark") as u32;
        let part = Part { line: 1, column: at('«') + 1, end_line: 1, end_column: at('»') };
        marks(part, &text).unwrap_or_default()
    }

    #[test]
    fn operators_and_brackets_stand_out() {
        assert_eq!(marked("x = «a[0] // b» + 1"), "    ~~~~~^^~~");
        assert_eq!(marked("    return «a [ 9 ]»"), "       ~~^^^^^");
        assert_eq!(marked("x = «(a[0]) // (0)» + 2"), "    ~~~~~~~^^~~~~");
        assert_eq!(marked("x = «0.0 ** -a[0]»"), "    ~~~~^^~~~~~~");
        assert_eq!(marked("x = «1 << -a[0]»"), "    ~~^^~~~~~~");
        assert_eq!(marked("x = «a ** 2 ** b»"), "    ~~^^~~~~~~~");
        assert_eq!(marked("x = «-a * b - c('-', 2)»"), "    ~~~~~~~^~~~~~~~~~~");
        assert_eq!(marked("x = «[1, 2][7]»"), "    ~~~~~~^^^");
        assert_eq!(marked("x = «1e-5 % a[1]»"), "    ~~~~~^~~~~~");
        assert_eq!(marked("«a[5]» = f'{a[1]}'"), "~^^^");
        assert_eq!(marked("é = «é[5]»"), "    ~^^^");
        assert_eq!(marked("x = «1 +(b)»"), "    ~~^^~~");
        assert_eq!(marked("x = «1 +(b, c)»"), "    ~~^~~~~~~");
        assert_eq!(marked("x = «1 + (b)»"), "    ~~^~~~~");
    }

    #[test]
    fn other_parts_are_underlined() {
        assert_eq!(marked("x = «f(a + b)[1](2)»"), "    ^^^^^^^^^^^^^^");
        assert_eq!(marked("x = «a[1] < b[2]» and c"), "    ^^^^^^^^^^^");
        assert_eq!(marked("x = «-a ** b» + 1"), "    ^^^^^^^");
        assert_eq!(marked("x = «not a // b» + 1"), "    ^^^^^^^^^^");
        assert_eq!(marked("x = «[1, 2]» + 1"), "    ^^^^^^");
        assert_eq!(marked("x, y = «'a%' 'b'»  # c"), "       ^^^^^^^^");
        assert_eq!(marked("«raise ValueError(1)»  # c"), "^^^^^^^^^^^^^^^^^^^");
        assert_eq!(marked("«x //= a - b»;"), "^^^^^^^^^^^");
    }

    #[test]
    fn a_whole_line_has_no_marks() {
        assert_eq!(marked("    «raise ValueError(1)»"), "");
        assert_eq!(marked("«x //= a - b»"), "");
        assert_eq!(marked("    «a[1]»"), "~^^^");
        let part = Part { line: 1, column: 5, end_line: 2, end_column: 4 };
        assert_eq!(marks(part, "x = f(a,  "), Some("    ^^^^".into()));
        assert_eq!(marks(Part { column: 0, ..part }, "x = f(a,"), None);
        assert_eq!(marks(Part { column: 90, ..part }, "x = f(a,"), None);
    }
}
