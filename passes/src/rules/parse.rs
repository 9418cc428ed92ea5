//! From the text of a rule file to rules; every mistake of the file is reported, not the first only.

use super::Rule;
use super::check::check;
use super::condition::{Condition, condition};
use super::lexer::{Token, Word, words};
use super::pattern::{AttrPattern, Number, Pattern, Rest, attribute_names};
use crate::context::{Diagnostic, FloatLevel};
use crate::egraph::language::{AttrValue, fixed_operands, has_pack};
use phylanx_dialects::ir::{Loc, dtype_from_mlir};
use phylanx_dialects::ops::{Class, Effect, OPS, OpRow, find};
use std::sync::Arc;

/// The rules of a file.
///
/// # Errors
/// All mistakes, each at its place.
pub fn parse(file: &str, text: &str) -> Result<Vec<Rule>, Vec<Diagnostic>> {
    let file: Arc<str> = Arc::from(file);
    let at = |line, column| Loc::new(file.clone(), line, column);
    let words = words(text).map_err(|(line, column, message)| vec![Diagnostic::new(&at(line, column), message)])?;
    let mut parser = Parser { words: &words, at: 0, file: file.clone() };
    let mut rules: Vec<Rule> = Vec::new();
    let mut wrong = Vec::new();
    while parser.peek() != &Token::End {
        match parser.rule() {
            Ok(found) => rules.extend(found),
            Err(diagnostic) => {
                wrong.push(*diagnostic);
                parser.skip_rule();
            }
        }
    }
    wrong.extend(doubles(&rules));
    if wrong.is_empty() { Ok(rules) } else { Err(wrong) }
}

fn doubles(rules: &[Rule]) -> Vec<Diagnostic> {
    let twice = rules
        .iter()
        .enumerate()
        .filter(|(at, rule)| rules[..*at].iter().any(|other| other.name == rule.name && other.loc != rule.loc));
    twice
        .map(|(_, rule)| Diagnostic::new(&rule.loc, format!("a rule named \"{}\" is there already", rule.name)))
        .collect()
}

/// A mistake, boxed to keep results small.
pub type Wrong = Box<Diagnostic>;

/// A walk over the words.
pub struct Parser<'w> {
    words: &'w [Word],
    at: usize,
    file: Arc<str>,
}

impl Parser<'_> {
    /// The next word.
    pub fn peek(&self) -> &Token {
        &self.words[self.at].token
    }

    /// The place of the next word.
    pub fn loc(&self) -> Loc {
        let word = &self.words[self.at];
        Loc::new(self.file.clone(), word.line, word.column)
    }

    /// Takes the next word.
    pub fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.at = (self.at + 1).min(self.words.len() - 1);
        token
    }

    /// Takes the next word if it is this one.
    pub fn eat(&mut self, token: &Token) -> bool {
        let found = self.peek() == token;
        if found {
            self.next();
        }
        found
    }

    /// Takes the next word, which must be this one.
    pub fn expect(&mut self, token: &Token, what: &str) -> Result<(), Wrong> {
        if self.eat(token) { Ok(()) } else { Err(self.wrong(format!("expected {what}"))) }
    }

    /// A mistake at the next word.
    pub fn wrong(&self, message: impl Into<String>) -> Wrong {
        Box::new(Diagnostic::new(&self.loc(), message))
    }

    /// Goes on to what looks like the next rule: a text followed by a colon.
    fn skip_rule(&mut self) {
        loop {
            let next = self.words.get(self.at + 1).map(|word| &word.token);
            match self.peek() {
                Token::End => return,
                Token::Text(_) if next == Some(&Token::Colon) => return,
                _ => drop(self.next()),
            }
        }
    }

    fn rule(&mut self) -> Result<Vec<Rule>, Wrong> {
        let loc = self.loc();
        let Token::Text(name) = self.peek().clone() else {
            let help = "a rule is `\"name\": (op ?x) => (op ?x)`, with `if condition(?x)` and `@level` where needed";
            return Err(Box::new(self.wrong("expected the name of a rule in quotes").with_help(help)));
        };
        self.next();
        self.expect(&Token::Colon, "`:` after the rule's name")?;
        let from = self.pattern()?;
        let both = match self.next() {
            Token::Arrow => false,
            Token::BothWays => true,
            _ => {
                self.at -= 1;
                return Err(self.wrong("expected `=>` or `<=>`"));
            }
        };
        let to = self.pattern()?;
        let (mut conditions, mut level) = (Vec::new(), FloatLevel::default());
        loop {
            match self.peek() {
                Token::Name(word) if word == "if" => conditions = self.conditions()?,
                Token::At => level = self.level()?,
                _ => break,
            }
        }
        if !matches!(self.peek(), Token::End | Token::Text(_)) {
            return Err(self.wrong("expected `if`, `@level` or the next rule"));
        }
        let rule = Rule { name, from, to, conditions, level, loc };
        let mut rules = vec![rule.clone()];
        if both {
            rules.push(Rule { name: format!("{} (back)", rule.name), from: rule.to, to: rule.from, ..rule });
        }
        rules.iter().try_for_each(check)?;
        Ok(rules)
    }

    fn level(&mut self) -> Result<FloatLevel, Wrong> {
        self.next();
        let wrong = self.wrong("expected a float level: `@strict`, `@reassociate` or `@fast`");
        match self.next() {
            Token::Name(word) if word == "strict" => Ok(FloatLevel::Strict),
            Token::Name(word) if word == "reassociate" => Ok(FloatLevel::Reassociate),
            Token::Name(word) if word == "fast" => Ok(FloatLevel::Fast),
            _ => Err(wrong),
        }
    }

    fn conditions(&mut self) -> Result<Vec<Condition>, Wrong> {
        self.next();
        let mut found = vec![condition(self)?];
        while self.eat(&Token::Comma) {
            found.push(condition(self)?);
        }
        Ok(found)
    }

    fn pattern(&mut self) -> Result<Pattern, Wrong> {
        let wrong = self.wrong("expected a pattern: `?x`, a number or `(op ...)`");
        match self.next() {
            Token::Var(name) => Ok(Pattern::Var(name)),
            Token::Int(value) => Ok(Pattern::Number(Number::Int(value))),
            Token::Float(value) => Ok(Pattern::Number(Number::Float(value))),
            Token::Name(word) => literal(&word).map(Pattern::Number).ok_or(wrong),
            Token::Open => self.op(),
            _ => Err(wrong),
        }
    }

    fn op(&mut self) -> Result<Pattern, Wrong> {
        let loc = self.loc();
        let Token::Name(name) = self.peek().clone() else { return Err(self.wrong("expected the name of an op")) };
        let row = row(&name, &loc)?;
        self.next();
        let mut operands = Vec::new();
        let mut rest = None;
        let names = attribute_names(row);
        let mut attrs: Vec<Option<AttrPattern>> = vec![None; names.len()];
        while !self.eat(&Token::Close) {
            match (self.peek().clone(), self.words.get(self.at + 1).map(|word| word.token.clone())) {
                (Token::Name(name), Some(Token::Equals)) => {
                    let at = self.attribute_place(row, &names, &name)?;
                    self.next();
                    self.next();
                    attrs[at] = Some(self.attribute(row, names[at])?);
                }
                (Token::Var(name), Some(Token::Dots)) => {
                    self.next();
                    self.next();
                    rest = Some(Rest::Var(name));
                }
                (Token::End, _) => return Err(self.wrong("expected `)`")),
                _ => operands.push(self.pattern()?),
            }
        }
        shape_operands(row, operands, rest, &loc).map(|(operands, rest)| Pattern::Op { row, operands, rest, attrs })
    }

    fn attribute_place(&self, row: &OpRow, names: &[&str], name: &str) -> Result<usize, Wrong> {
        names.iter().position(|known| *known == name).ok_or_else(|| {
            let help = match names {
                [] => format!("{} has no attributes", row.name),
                _ => format!("its attributes are: {}", names.join(", ")),
            };
            Box::new(self.wrong(format!("{} has no attribute `{name}`", row.name)).with_help(help))
        })
    }

    fn attribute(&mut self, row: &OpRow, name: &str) -> Result<AttrPattern, Wrong> {
        let wrong = self.wrong(format!("this is no value for `{name}` of {}", row.name));
        let found = self.attribute_value()?;
        let kind = row.attrs.iter().find(|(known, _)| *known == name).map_or('t', |(_, kind)| *kind);
        let AttrPattern::Literal(value) = &found else { return Ok(found) };
        let fits = matches!(
            (kind, value),
            ('i', AttrValue::Int(_))
                | ('I', AttrValue::Ints(_))
                | ('b', AttrValue::Bool(_))
                | ('s', AttrValue::Text(_))
                | ('t', AttrValue::Elem(_))
        );
        if fits { Ok(found) } else { Err(wrong) }
    }

    /// A value of an attribute: a literal, a variable or a function of such.
    pub fn attribute_value(&mut self) -> Result<AttrPattern, Wrong> {
        let wrong = self.wrong("expected a value: `?a`, `[0, 1]`, a number, `true`, `false`, text or an element type");
        let value = match self.next() {
            Token::Var(name) => return Ok(AttrPattern::Var(name)),
            Token::Int(value) => AttrValue::Int(value),
            Token::Text(text) => AttrValue::Text(text),
            Token::OpenList => AttrValue::Ints(self.integers()?),
            Token::Name(word) if self.peek() == &Token::Open => return self.function(&word),
            Token::Name(word) => match (literal(&word), dtype_from_mlir(&word)) {
                (Some(Number::Bool(value)), _) => AttrValue::Bool(value),
                (_, Some(dtype)) => AttrValue::Elem(dtype),
                _ => return Err(wrong),
            },
            _ => return Err(wrong),
        };
        Ok(AttrPattern::Literal(value))
    }

    fn integers(&mut self) -> Result<Vec<i64>, Wrong> {
        let mut values = Vec::new();
        while !self.eat(&Token::CloseList) {
            let wrong = self.wrong("expected an integer or `]`");
            let Token::Int(value) = self.next() else { return Err(wrong) };
            values.push(value);
            if !self.eat(&Token::Comma) && self.peek() != &Token::CloseList {
                return Err(self.wrong("expected `,` or `]`"));
            }
        }
        Ok(values)
    }

    fn function(&mut self, word: &str) -> Result<AttrPattern, Wrong> {
        let known = super::attribute::FUNCTIONS;
        let Some((name, arity, _)) = known.iter().find(|(name, ..)| *name == word) else {
            let names: Vec<&str> = known.iter().map(|(name, ..)| *name).collect();
            let help = format!("functions of attributes are: {}", names.join(", "));
            return Err(Box::new(self.wrong(format!("no function of attributes is called `{word}`")).with_help(help)));
        };
        let wrong = self.wrong(format!("`{name}` takes {arity} arguments"));
        self.expect(&Token::Open, "`(`")?;
        let mut args = vec![self.attribute_value()?];
        while self.eat(&Token::Comma) {
            args.push(self.attribute_value()?);
        }
        self.expect(&Token::Close, "`)`")?;
        if args.len() == *arity { Ok(AttrPattern::Function(name, args)) } else { Err(wrong) }
    }
}

/// Numbers that have names.
fn literal(word: &str) -> Option<Number> {
    Some(match word {
        "true" => Number::Bool(true),
        "false" => Number::Bool(false),
        "inf" => Number::Float(f64::INFINITY),
        "nan" => Number::Float(f64::NAN),
        _ => return None,
    })
}

/// The row of an op that rules may name.
fn row(name: &str, loc: &Loc) -> Result<&'static OpRow, Wrong> {
    let Some(row) = find(name) else {
        let wrong = Diagnostic::new(loc, format!("no op is called `{name}`"));
        return Err(Box::new(match nearest(name) {
            Some(near) => wrong.with_help(format!("did you mean `{near}`?")),
            None => wrong,
        }));
    };
    let pure = matches!(row.effect, Effect::Pure | Effect::MayFail)
        && matches!(row.class, Class::Map | Class::Fold | Class::View | Class::Library);
    if pure {
        Ok(row)
    } else {
        Err(Box::new(Diagnostic::new(loc, format!("`{name}` is not a pure array op, so no rule may rewrite it"))))
    }
}

fn nearest(name: &str) -> Option<&'static str> {
    let spelled = OPS.iter().filter(|row| row.numpy.iter().any(|spelling| spelling.rsplit('.').next() == Some(name)));
    if let Some(row) = spelled.into_iter().next() {
        return Some(row.name);
    }
    let close = OPS.iter().map(|row| (distance(name, row.name), row.name)).min()?;
    (close.0 <= 1 + name.len() / 3).then_some(close.1)
}

/// Edits between two words.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Splits what was written into fixed operands and the rest, as the row has them.
fn shape_operands(
    row: &OpRow,
    mut operands: Vec<Pattern>,
    rest: Option<Rest>,
    loc: &Loc,
) -> Result<(Vec<Pattern>, Rest), Wrong> {
    let fixed = fixed_operands(row);
    let wrong = |message: String| Err(Box::new(Diagnostic::new(loc, message)));
    if operands.len() < fixed || (!has_pack(row) && operands.len() > fixed) {
        return wrong(format!(
            "{} takes {fixed} operands ({}), not {}",
            row.name,
            row.operands.join(", "),
            operands.len()
        ));
    }
    let more = operands.split_off(fixed);
    match (has_pack(row), rest) {
        (false, None) => Ok((operands, Rest::Nothing)),
        (false, Some(_)) => wrong(format!("{} has no variadic operands, so `...` has no place here", row.name)),
        (true, None) => Ok((operands, Rest::Each(more))),
        (true, Some(rest)) if more.is_empty() => Ok((operands, rest)),
        (true, Some(_)) => wrong("`?rest...` stands for all variadic operands and goes alone".into()),
    }
}
