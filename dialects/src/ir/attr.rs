//! Attributes, as values and as MLIR text.

use super::Type;
use std::fmt;

/// An attribute; [`Attr::Opaque`] keeps the text of any MLIR attribute that is not of our own vocabulary.
#[derive(Clone, PartialEq, Debug)]
pub enum Attr {
    Unit,
    Bool(bool),
    /// A typed integer, such as `3 : i64`.
    Int(i64, Type),
    /// A typed float, such as `2.5 : f64`.
    Float(f64, Type),
    Str(String),
    /// A flat symbol reference, without the `@`.
    Symbol(String),
    /// `array<i64: 1, 2>`.
    I64s(Vec<i64>),
    Array(Vec<Attr>),
    Type(Type),
    Opaque(String),
}

impl Attr {
    /// An `i64` attribute.
    pub fn int(value: i64) -> Attr {
        Attr::Int(value, Type::I64)
    }

    /// A text attribute.
    pub fn str(value: impl Into<String>) -> Attr {
        Attr::Str(value.into())
    }

    pub fn as_int(&self) -> Option<i64> {
        match self {
            Attr::Int(value, _) => Some(*value),
            _ => None,
        }
    }

    pub fn as_float(&self) -> Option<f64> {
        match self {
            Attr::Float(value, _) => Some(*value),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Attr::Bool(value) => Some(*value),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Attr::Str(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_symbol(&self) -> Option<&str> {
        match self {
            Attr::Symbol(name) => Some(name),
            _ => None,
        }
    }

    pub fn as_i64s(&self) -> Option<&[i64]> {
        match self {
            Attr::I64s(values) => Some(values),
            _ => None,
        }
    }

    pub fn as_type(&self) -> Option<&Type> {
        match self {
            Attr::Type(ty) => Some(ty),
            _ => None,
        }
    }
}

impl fmt::Display for Attr {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Attr::Unit => write!(out, "unit"),
            Attr::Bool(value) => write!(out, "{value}"),
            Attr::Int(value, ty) => write!(out, "{value} : {ty}"),
            Attr::Float(value, ty) => write!(out, "{} : {ty}", float_text(*value, ty)),
            Attr::Str(text) => write!(out, "\"{}\"", escape(text)),
            Attr::Symbol(name) => write!(out, "@\"{}\"", escape(name)),
            Attr::I64s(values) if values.is_empty() => write!(out, "array<i64>"),
            Attr::I64s(values) => {
                let items: Vec<String> = values.iter().map(i64::to_string).collect();
                write!(out, "array<i64: {}>", items.join(", "))
            }
            Attr::Array(items) => {
                let items: Vec<String> = items.iter().map(Attr::to_string).collect();
                write!(out, "[{}]", items.join(", "))
            }
            Attr::Type(ty) => write!(out, "{ty}"),
            Attr::Opaque(text) => write!(out, "{text}"),
        }
    }
}

/// A float literal that MLIR reads back exactly: bits in hexadecimal, which also cover NaN, infinities and -0.0.
fn float_text(value: f64, ty: &Type) -> String {
    match ty {
        Type::Scalar(phylanx_abi::DType::F32) => format!("0x{:08X}", (value as f32).to_bits()),
        _ => format!("0x{:016X}", value.to_bits()),
    }
}

/// Text as MLIR's string literals spell it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'"' | b'\\' | 0..=0x1f | 0x7f..=0xff => out.push_str(&format!("\\{byte:02X}")),
            _ => out.push(char::from(byte)),
        }
    }
    out
}
