//! Types of values that cross between compiled code and a Python session, as texts without separators.
//!
//! `b i f c` Python's bool, int, float, complex; `Nx` the NumPy scalar and `Axr` the array of rank `r` (a digit) of element type number `x`
//! (a letter, `A` is 0); `s` text; `n` None; `?X` an `X` or None; `m` and `M` a float (`M`: of NumPy) that may be an int; `{XY}` a number of one of several
//! kinds; `(XY)` a tuple; `[XY]` a list of known items; `L` list, `T` tuple, `Q` deque, `S` set, `Z` frozenset, each before the type of its items; `D` dict before
//! those of key and value; `R3:one..` a dict of known keys, each with its length, ended by `.`; `r` a range; `!` nothing at all, as in an empty list.

use crate::heap::{Growth, Kind, Site, number};
use crate::types::{Absent, Num, Ty};
use phylanx_dialects::DType;
use phylanx_dialects::ir::TensorType;

/// Types that hold themselves are not followed further.
const MAX_DEPTH: u32 = 12;

/// The text of a type; nothing for what stays inside.
pub fn text(ty: &Ty) -> Option<String> {
    text_at(ty, 0)
}

fn text_at(ty: &Ty, depth: u32) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    let all = |items: &[Ty]| items.iter().map(|item| text_at(item, depth + 1)).collect::<Option<String>>();
    Some(match ty {
        Ty::Never | Ty::Unknown => "!".into(),
        Ty::None => "n".into(),
        Ty::Num(num) => number(*num),
        Ty::Mixed(num) => if num.numpy { "M" } else { "m" }.into(),
        Ty::Either(kinds) => format!("{{{}}}", kinds.iter().map(|kind| number(*kind)).collect::<String>()),
        Ty::Str => "s".into(),
        Ty::Array(tensor) => format!("A{}{}", letter(tensor.elem), tensor.rank()),
        Ty::Tuple(items) => format!("({})", all(items)?),
        Ty::List(items) => format!("[{}]", all(items)?),
        Ty::Option(Absent::None, inner) => format!("?{}", text_at(inner, depth + 1)?),
        Ty::Range(_) => "r".into(),
        Ty::Heap(site) => object(site, depth)?,
        _ => return None,
    })
}

fn object(site: &Site, depth: u32) -> Option<String> {
    let part = |at: usize| text_at(&site.part(at), depth + 1);
    Some(match site.kind() {
        Kind::List => format!("L{}", part(0)?),
        Kind::Tuple => format!("T{}", part(0)?),
        Kind::Deque => format!("Q{}", part(0)?),
        Kind::Set => format!("S{}", part(0)?),
        Kind::FrozenSet => format!("Z{}", part(0)?),
        // What makes values for missing keys stays inside.
        Kind::Dict if site.default().is_some() => return None,
        Kind::Dict => format!("D{}{}", part(0)?, part(1)?),
        Kind::Record => {
            let fields = site
                .fields()
                .into_iter()
                .map(|field| Some(format!("{}:{}{}", field.name.len(), field.name, text_at(&field.ty, depth + 1)?)));
            format!("R{}.", fields.collect::<Option<String>>()?)
        }
        Kind::Iterator | Kind::Class(_) => return None,
    })
}

fn letter(dtype: DType) -> char {
    char::from(b'A' + dtype as u8)
}

/// Types from their texts, one behind the other; objects among them are made at places of their own.
pub fn parse(text: &str, growth: &Growth) -> Option<Vec<Ty>> {
    let mut rest = text.chars();
    let mut types = Vec::new();
    while !rest.as_str().is_empty() {
        types.push(parse_one(&mut rest, growth)?);
    }
    Some(types)
}

fn parse_one(rest: &mut std::str::Chars, growth: &Growth) -> Option<Ty> {
    Some(match rest.next()? {
        '!' => Ty::Never,
        'n' => Ty::None,
        'b' => Ty::Num(Num::BOOL),
        'i' => Ty::Num(Num::INT),
        'f' => Ty::Num(Num::FLOAT),
        'c' => Ty::Num(Num::COMPLEX),
        'N' => Ty::Num(Num::np(dtype(rest)?)),
        'm' => Ty::Mixed(Num::FLOAT),
        'M' => Ty::Mixed(Num::np(DType::F64)),
        '{' => Ty::Either(numbers(rest, growth)?),
        's' => Ty::Str,
        'A' => {
            let elem = dtype(rest)?;
            Ty::Array(TensorType::dynamic(elem, rest.next()?.to_digit(10)? as usize))
        }
        '(' => Ty::Tuple(until(')', rest, growth)?),
        '?' => Ty::Option(Absent::None, Box::new(parse_one(rest, growth)?)),
        'L' => place(Kind::List, "list", 1, rest, growth)?,
        'T' => place(Kind::Tuple, "tuple", 1, rest, growth)?,
        'Q' => place(Kind::Deque, "deque", 1, rest, growth)?,
        'S' => place(Kind::Set, "set", 1, rest, growth)?,
        'Z' => place(Kind::FrozenSet, "frozenset", 1, rest, growth)?,
        'D' => place(Kind::Dict, "dict", 2, rest, growth)?,
        _ => return None,
    })
}

fn place(kind: Kind, name: &str, parts: usize, rest: &mut std::str::Chars, growth: &Growth) -> Option<Ty> {
    let site = Site::new(kind, name.into(), growth.clone());
    for part in 0..parts {
        let ty = parse_one(rest, growth)?;
        site.grow(part, &ty).then_some(())?;
    }
    Some(Ty::Heap(site))
}

fn until(end: char, rest: &mut std::str::Chars, growth: &Growth) -> Option<Vec<Ty>> {
    let mut items = Vec::new();
    loop {
        if let Some(after) = rest.as_str().strip_prefix(end) {
            *rest = after.chars();
            return Some(items);
        }
        items.push(parse_one(rest, growth)?);
    }
}

fn numbers(rest: &mut std::str::Chars, growth: &Growth) -> Option<Vec<Num>> {
    let kinds = until('}', rest, growth)?;
    kinds.into_iter().map(|kind| if let Ty::Num(num) = kind { Some(num) } else { None }).collect()
}

fn dtype(rest: &mut std::str::Chars) -> Option<DType> {
    DType::from_code((rest.next()? as u64).wrapping_sub('A' as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_types_are_read_as_they_are_written() {
        let growth = Growth::default();
        for types in ["AK2AE1if", "(i(AK0s)n)", "LiDsfSi", "?fNJ", "m{bi}", "LLAK1", "L!"] {
            let read = parse(types, &growth).expect("types");
            assert_eq!(read.iter().map(|ty| text(ty).expect("a text")).collect::<String>(), types);
        }
    }

    #[test]
    fn what_is_no_type_is_refused() {
        for wrong in ["A", "AK", "(i", "x", "N", "D", "{s}"] {
            assert!(parse(wrong, &Growth::default()).is_none(), "{wrong}");
        }
    }
}
