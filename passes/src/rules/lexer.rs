//! Words of a rule file, each with its place.

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    Colon,
    Equals,
    /// `=>`
    Arrow,
    /// `<=>`
    BothWays,
    At,
    /// `...`
    Dots,
    /// `?name`
    Var(String),
    Name(String),
    Text(String),
    Int(i64),
    Float(f64),
    End,
}

/// A word and where it starts; lines and columns count from one.
#[derive(Clone, Debug)]
pub struct Word {
    pub token: Token,
    pub line: u32,
    pub column: u32,
}

/// A character that starts no word, or a word that does not end: place and text.
pub type LexError = (u32, u32, String);

/// The words of a text, ended by [`Token::End`].
pub fn words(text: &str) -> Result<Vec<Word>, LexError> {
    let mut words = Vec::new();
    let mut end = (1, 1);
    for (line, content) in (1..).zip(text.lines()) {
        let chars: Vec<char> = content.chars().collect();
        let mut at = 0;
        while at < chars.len() && chars[at] != '#' {
            if chars[at].is_whitespace() {
                at += 1;
                continue;
            }
            let column = at as u32 + 1;
            let (token, length) = word(&chars[at..]).map_err(|message| (line, column, message))?;
            words.push(Word { token, line, column });
            at += length;
            end = (line, at as u32 + 1);
        }
    }
    words.push(Word { token: Token::End, line: end.0, column: end.1 });
    Ok(words)
}

/// The first word and its length in characters.
fn word(chars: &[char]) -> Result<(Token, usize), String> {
    const SIGNS: [(&str, Token); 11] = [
        ("<=>", Token::BothWays),
        ("...", Token::Dots),
        ("=>", Token::Arrow),
        ("(", Token::Open),
        (")", Token::Close),
        ("[", Token::OpenList),
        ("]", Token::CloseList),
        (",", Token::Comma),
        (":", Token::Colon),
        ("=", Token::Equals),
        ("@", Token::At),
    ];
    for (sign, token) in SIGNS {
        if sign.chars().count() <= chars.len() && sign.chars().zip(chars).all(|(a, b)| a == *b) {
            return Ok((token, sign.len()));
        }
    }
    match chars[0] {
        '"' => text(chars),
        '?' => variable(chars),
        c if c.is_ascii_digit() || c == '-' || c == '+' || c == '.' => number(chars),
        c if c.is_alphabetic() || c == '_' => Ok(name(chars)),
        c => Err(format!("unexpected character `{c}`")),
    }
}

fn text(chars: &[char]) -> Result<(Token, usize), String> {
    let end = chars[1..].iter().position(|&c| c == '"').ok_or("this text does not end on its line")?;
    Ok((Token::Text(chars[1..=end].iter().collect()), end + 2))
}

fn variable(chars: &[char]) -> Result<(Token, usize), String> {
    match name(&chars[1..]) {
        (Token::Name(name), length) if length > 0 => Ok((Token::Var(name), length + 1)),
        _ => Err("a variable needs a name, such as `?x`".into()),
    }
}

fn name(chars: &[char]) -> (Token, usize) {
    let name: String = chars.iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
    let length = name.chars().count();
    (Token::Name(name), length)
}

fn number(chars: &[char]) -> Result<(Token, usize), String> {
    let mut previous = ' ';
    let text: String = chars
        .iter()
        .take_while(|&&c| {
            let signed = matches!(c, '-' | '+') && matches!(previous, ' ' | 'e' | 'E');
            previous = c;
            c.is_ascii_alphanumeric() || c == '.' || signed
        })
        .collect();
    let token = match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(value), _) if text != "-0" => Token::Int(value),
        (_, Ok(value)) => Token::Float(value),
        _ => return Err(format!("`{text}` is no number")),
    };
    Ok((token, text.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_places() {
        let found = words("# note\n\"a\": (add ?x -0.0) => ?x").expect("words");
        let places: Vec<(u32, u32)> = found.iter().map(|word| (word.line, word.column)).collect();
        assert_eq!(found[0].token, Token::Text("a".into()));
        assert_eq!(found[5].token, Token::Float(-0.0));
        assert_eq!(places[..4], [(2, 1), (2, 4), (2, 6), (2, 7)]);
    }

    #[test]
    fn what_is_no_word_is_refused_with_its_place() {
        assert_eq!(words("\"a\" $").expect_err("refused"), (1, 5, "unexpected character `$`".into()));
        assert_eq!(words("\"a").expect_err("refused").2, "this text does not end on its line");
        assert_eq!(words("1x").expect_err("refused").2, "`1x` is no number");
    }
}
