//! Attributes as PhySL text.

use phylanx_dialects::ir::{Attr, Type};

/// Text of an attribute; see `parse` for what reads it back.
pub fn print(attr: &Attr) -> String {
    match attr {
        Attr::Unit => "unit".into(),
        Attr::Bool(value) => value.to_string(),
        Attr::Int(value, ty) if *ty == Type::I64 => value.to_string(),
        Attr::Int(value, ty) => format!("{value}:{ty}"),
        Attr::Float(value, ty) => float_text(*value, ty),
        Attr::Str(text) => quoted(text),
        Attr::Symbol(name) => format!("@{}", symbol_text(name)),
        Attr::I64s(values) => format!("[{}]", values.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")),
        Attr::Array(items) => format!("array({})", items.iter().map(print).collect::<Vec<_>>().join(", ")),
        Attr::Type(ty) => format!("type({ty})"),
        Attr::Opaque(text) => format!("mlir({})", quoted(text)),
    }
}

/// A symbol, in quotes unless it is a plain name.
pub fn symbol_text(name: &str) -> String {
    let is_plain = !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit());
    let is_plain = is_plain && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.$".contains(c));
    if is_plain { name.to_string() } else { quoted(name) }
}

fn float_text(value: f64, ty: &Type) -> String {
    let number = if value.is_finite() { format!("{value:?}") } else { format!("0x{:016X}", value.to_bits()) };
    if *ty == Type::F64 && value.is_finite() { number } else { format!("{number}:{ty}") }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
