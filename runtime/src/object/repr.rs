//! `repr` of values in objects.

use super::item::{Item, decode};
use super::{Kind, Object};
use crate::error::{Error, Result};
use crate::text::percent::{numpy_repr, plain_text};
use crate::text::{array, string};

/// How deep containers may lie in one another.
const MAX_DEPTH: usize = 200;

/// Python's `repr()`.
pub fn repr(item: &Item) -> Result<String> {
    let mut out = String::new();
    write(&mut out, item, &mut Vec::new())?;
    Ok(out)
}

/// Objects that are being written: one inside itself is written as `[...]`.
type Around = Vec<*const Object>;

fn write(out: &mut String, item: &Item, around: &mut Around) -> Result<()> {
    match item {
        Item::None => out.push_str("None"),
        Item::Number(scalar) => *out += &plain_text(*scalar),
        Item::Numpy(scalar, dtype) => *out += &numpy_repr(*scalar, *dtype),
        Item::Text(text) => *out += &string::repr(text),
        Item::Array(array) => *out += &array::repr(crate::exec::borrow(array)?)?,
        Item::Object(object) => return write_object(out, object, around),
        Item::Tuple(items) => {
            out.push('(');
            write_all(out, items.iter(), around)?;
            out.push_str(if items.len() == 1 { ",)" } else { ")" });
        }
        Item::Record(name, fields) => {
            *out += name;
            out.push('(');
            for (at, (field, item)) in fields.iter().enumerate() {
                *out += if at > 0 { ", " } else { "" };
                *out += field;
                out.push('=');
                write(out, item, around)?;
            }
            out.push(')');
        }
    }
    Ok(())
}

fn write_all<'i, 'v: 'i>(
    out: &mut String,
    items: impl Iterator<Item = &'i Item<'v>>,
    around: &mut Around,
) -> Result<()> {
    for (at, item) in items.enumerate() {
        *out += if at > 0 { ", " } else { "" };
        write(out, item, around)?;
    }
    Ok(())
}

fn write_object(out: &mut String, object: &Object, around: &mut Around) -> Result<()> {
    if around.contains(&std::ptr::from_ref(object)) {
        *out += match object.kind {
            Kind::Dict | Kind::Set => "{...}",
            Kind::Tuple => "(...)",
            Kind::List | Kind::Deque => "[...]",
            _ => "...",
        };
        return Ok(());
    }
    if around.len() >= MAX_DEPTH {
        return Err(Error::new(
            "RecursionError",
            "maximum recursion depth exceeded while getting the repr of an object",
        ));
    }
    around.push(object);
    let done = write_rows(out, object, around);
    around.pop();
    done
}

fn write_rows(out: &mut String, object: &Object, around: &mut Around) -> Result<()> {
    let (open, close) = match object.kind {
        Kind::Set if object.is_empty() => return put(out, "set()"),
        Kind::FrozenSet if object.is_empty() => return put(out, "frozenset()"),
        Kind::FrozenSet => ("frozenset({", "})"),
        Kind::Tuple if object.len() == 1 => ("(", ",)"),
        Kind::Tuple => ("(", ")"),
        Kind::Dict | Kind::Set => ("{", "}"),
        Kind::List => ("[", "]"),
        Kind::Deque => ("deque([", "])"),
        Kind::Instance => {
            return put(out, &format!("<__main__.{} object at {:p}>", object.type_name(), std::ptr::from_ref(object)));
        }
        _ => ("", ""),
    };
    *out += open;
    for (at, row) in object.live_rows().into_iter().enumerate() {
        *out += if at > 0 { ", " } else { "" };
        let words = object.row(row);
        write(out, &decode(&object.shape.key, &words), around)?;
        if let Some(value) = &object.shape.value {
            *out += ": ";
            write(out, &decode(value, &words[object.shape.key_words..]), around)?;
        }
    }
    *out += close;
    if object.kind == Kind::Deque && object.limit.get() != i64::MAX {
        out.pop();
        *out += &format!(", maxlen={})", object.limit.get());
    }
    Ok(())
}

fn put(out: &mut String, text: &str) -> Result<()> {
    *out += text;
    Ok(())
}
