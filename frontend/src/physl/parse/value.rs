//! Literals and attributes of PhySL text.

use super::cursor::{Cursor, ParseError};
use phylanx_dialects::ir::{Attr, Type};

impl Cursor<'_> {
    /// A number or a truth value, typed (`5`, `2.5`, `5:i32`, `true`); nothing if none is next.
    pub fn literal(&mut self) -> Result<Option<Attr>, ParseError> {
        self.skip_space();
        let rest = self.rest();
        for (word, value) in [("true", true), ("false", false)] {
            let ends = |after: &str| !after.starts_with(|c: char| c.is_ascii_alphanumeric() || "_.(=".contains(c));
            if rest.strip_prefix(word).is_some_and(ends) {
                self.advance(word.len());
                return Ok(Some(Attr::Bool(value)));
            }
        }
        if !rest.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(rest.len());
        let start = self.clone();
        self.advance(end);
        let ty = if self.rest().starts_with(':') {
            self.advance(1);
            Some(self.ty()?)
        } else {
            None
        };
        number(&rest[..end], ty).map(Some).ok_or_else(|| start.error(&format!("malformed number '{}'", &rest[..end])))
    }

    /// The value of a named argument.
    pub fn attr(&mut self) -> Result<Attr, ParseError> {
        if let Some(literal) = self.literal()? {
            return Ok(literal);
        }
        let start = self.clone();
        match self.rest().chars().next() {
            Some('"') => return self.quoted().map(Attr::Str),
            Some('[') => return self.integers().map(Attr::I64s),
            Some('@') => {
                self.advance(1);
                return self.symbol().map(Attr::Symbol);
            }
            _ => {}
        }
        let word = self.name().unwrap_or_default();
        if word == "unit" {
            return Ok(Attr::Unit);
        }
        if !["array", "type", "mlir"].contains(&word.as_str()) {
            return Err(start.error("expected the value of an attribute"));
        }
        self.expect('(')?;
        let attr = match word.as_str() {
            "type" => Attr::Type(self.ty()?),
            "mlir" => {
                self.skip_space();
                Attr::Opaque(self.quoted()?)
            }
            _ => return self.array(),
        };
        self.expect(')')?;
        Ok(attr)
    }

    fn array(&mut self) -> Result<Attr, ParseError> {
        let mut items = Vec::new();
        while !self.eat(')') {
            items.push(self.attr()?);
            if !self.eat(',') {
                self.expect(')')?;
                break;
            }
        }
        Ok(Attr::Array(items))
    }

    fn integers(&mut self) -> Result<Vec<i64>, ParseError> {
        self.expect('[')?;
        let mut values = Vec::new();
        while !self.eat(']') {
            let start = self.clone();
            match self.literal()? {
                Some(Attr::Int(value, _)) => values.push(value),
                _ => return Err(start.error("expected an integer")),
            }
            if !self.eat(',') {
                self.expect(']')?;
                break;
            }
        }
        Ok(values)
    }
}

fn number(text: &str, ty: Option<Type>) -> Option<Attr> {
    if let Some(bits) = text.strip_prefix("0x") {
        return Some(Attr::Float(f64::from_bits(u64::from_str_radix(bits, 16).ok()?), ty?));
    }
    let is_integer = text.trim_start_matches('-').chars().all(|c| c.is_ascii_digit());
    if is_integer {
        return Some(Attr::Int(text.parse().ok()?, ty.unwrap_or(Type::I64)));
    }
    Some(Attr::Float(text.parse().ok()?, ty.unwrap_or(Type::F64)))
}
