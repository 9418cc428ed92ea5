//! Types, as values and as MLIR text.

use phylanx_abi::DType;
use std::fmt;

/// A type of the IR; [`Type::Opaque`] keeps the text of any MLIR type that is not of our own vocabulary.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// A scalar: Python's `bool`, `int`, `float` (`i1`, `i64`, `f64`) or a NumPy scalar.
    Scalar(DType),
    Index,
    /// An immutable array value.
    Tensor(TensorType),
    /// A reference to a mutable buffer through a view.
    Ref(TensorType),
    Str,
    /// A mutable object of Python on the heap: a list, a dict, a set, an instance of a class, a cell.
    Object,
    /// An exchange under way.
    Token,
    /// `!llvm.ptr`.
    Ptr,
    Function(Vec<Type>, Vec<Type>),
    Opaque(String),
}

/// Element type and extents; `None` is an extent known only at run time.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TensorType {
    pub elem: DType,
    pub dims: Vec<Option<i64>>,
}

impl TensorType {
    /// A tensor type with all extents unknown.
    pub fn dynamic(elem: DType, rank: usize) -> TensorType {
        TensorType { elem, dims: vec![None; rank] }
    }

    /// Number of dimensions.
    pub fn rank(&self) -> usize {
        self.dims.len()
    }

    /// The same shape with another element type.
    pub fn with_elem(&self, elem: DType) -> TensorType {
        TensorType { elem, dims: self.dims.clone() }
    }
}

impl Type {
    pub const BOOL: Type = Type::Scalar(DType::Bool);
    pub const I64: Type = Type::Scalar(DType::I64);
    pub const F64: Type = Type::Scalar(DType::F64);

    /// The tensor type under a tensor or a reference.
    pub fn array(&self) -> Option<&TensorType> {
        match self {
            Type::Tensor(tensor) | Type::Ref(tensor) => Some(tensor),
            _ => None,
        }
    }

    /// Whether values of this type are handles that have owners.
    pub fn is_handle(&self) -> bool {
        matches!(self, Type::Tensor(_) | Type::Ref(_) | Type::Str | Type::Object | Type::Token)
    }

    /// Reads MLIR text; what we do not know becomes [`Type::Opaque`].
    pub fn parse(text: &str) -> Type {
        let text = text.trim();
        parse_known(text).unwrap_or_else(|| Type::Opaque(text.to_string()))
    }
}

fn parse_known(text: &str) -> Option<Type> {
    match text {
        "index" => return Some(Type::Index),
        "!physl.str" => return Some(Type::Str),
        "!physl.object" => return Some(Type::Object),
        "!physl.token" => return Some(Type::Token),
        "!llvm.ptr" => return Some(Type::Ptr),
        _ => {}
    }
    if let Some(dtype) = dtype_from_mlir(text) {
        return Some(Type::Scalar(dtype));
    }
    if let Some(inner) = text.strip_prefix("!physl.ref<").and_then(|rest| rest.strip_suffix('>')) {
        return parse_tensor(inner).map(Type::Ref);
    }
    if text.starts_with('(') {
        return parse_function(text);
    }
    parse_tensor(text).map(Type::Tensor)
}

fn parse_tensor(text: &str) -> Option<TensorType> {
    let mut rest = text.strip_prefix("tensor<")?.strip_suffix('>')?;
    let mut dims = Vec::new();
    while let Some((dim, after)) = rest.split_once('x') {
        match dim {
            "?" => dims.push(None),
            number => match number.parse() {
                Ok(extent) => dims.push(Some(extent)),
                Err(_) => break,
            },
        }
        rest = after;
    }
    Some(TensorType { elem: dtype_from_mlir(rest)?, dims })
}

fn parse_function(text: &str) -> Option<Type> {
    let close = closing(text)?;
    let inputs = split_list(&text[1..close]);
    let rest = text[close + 1..].trim().strip_prefix("->")?.trim();
    let outputs = match rest.strip_prefix('(') {
        Some(inner) if closing(rest) == Some(rest.len() - 1) => split_list(&inner[..inner.len() - 1]),
        _ => vec![Type::parse(rest)],
    };
    Some(Type::Function(inputs, outputs))
}

/// Index of the bracket that closes the one at the start of `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '(' | '<' | '[' => depth += 1,
            '>' if previous == '-' => {}
            ')' | '>' | ']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
        previous = c;
    }
    None
}

fn split_list(text: &str) -> Vec<Type> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut previous) = (0i32, 0, ' ');
    for (at, c) in text.char_indices() {
        match c {
            '(' | '<' | '[' => depth += 1,
            '>' if previous == '-' => {}
            ')' | '>' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(Type::parse(&text[start..at]));
                start = at + 1;
            }
            _ => {}
        }
        previous = c;
    }
    if !text[start..].trim().is_empty() {
        parts.push(Type::parse(&text[start..]));
    }
    parts
}

/// Element type of an MLIR scalar type.
pub fn dtype_from_mlir(text: &str) -> Option<DType> {
    DType::ALL.into_iter().find(|&dtype| dtype_to_mlir(dtype) == text)
}

/// MLIR's scalar type for an element type.
pub fn dtype_to_mlir(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "i1",
        DType::I8 => "i8",
        DType::I16 => "i16",
        DType::I32 => "i32",
        DType::I64 => "i64",
        DType::U8 => "ui8",
        DType::U16 => "ui16",
        DType::U32 => "ui32",
        DType::U64 => "ui64",
        DType::F32 => "f32",
        DType::F64 => "f64",
        DType::C64 => "complex<f32>",
        DType::C128 => "complex<f64>",
    }
}

impl fmt::Display for TensorType {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "tensor<")?;
        for dim in &self.dims {
            match dim {
                Some(extent) => write!(out, "{extent}x")?,
                None => write!(out, "?x")?,
            }
        }
        write!(out, "{}>", dtype_to_mlir(self.elem))
    }
}

impl fmt::Display for Type {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Type::Scalar(dtype) => write!(out, "{}", dtype_to_mlir(*dtype)),
            Type::Index => write!(out, "index"),
            Type::Tensor(tensor) => write!(out, "{tensor}"),
            Type::Ref(tensor) => write!(out, "!physl.ref<{tensor}>"),
            Type::Str => write!(out, "!physl.str"),
            Type::Object => write!(out, "!physl.object"),
            Type::Token => write!(out, "!physl.token"),
            Type::Ptr => write!(out, "!llvm.ptr"),
            Type::Function(inputs, outputs) => {
                write_list(out, inputs)?;
                write!(out, " -> ")?;
                write_list(out, outputs)
            }
            Type::Opaque(text) => write!(out, "{text}"),
        }
    }
}

fn write_list(out: &mut fmt::Formatter, types: &[Type]) -> fmt::Result {
    write!(out, "(")?;
    for (at, ty) in types.iter().enumerate() {
        write!(out, "{}{ty}", if at == 0 { "" } else { ", " })?;
    }
    write!(out, ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_types_read_back_as_they_print() {
        for text in [
            "i1",
            "ui8",
            "f64",
            "index",
            "tensor<f64>",
            "tensor<?x3xi64>",
            "!physl.ref<tensor<?x?xf32>>",
            "!physl.str",
            "!physl.object",
            "!llvm.ptr",
            "tensor<2xcomplex<f64>>",
            "(tensor<?xf64>, i64) -> (f64, !physl.ref<tensor<?xi1>>)",
            "() -> ()",
        ] {
            let ty = Type::parse(text);
            assert!(!matches!(ty, Type::Opaque(_)), "{text} is opaque");
            assert_eq!(ty.to_string(), text);
        }
    }

    #[test]
    fn foreign_types_keep_their_text() {
        let text = "memref<?x?xf64, strided<[?, 1], offset: ?>>";
        assert_eq!(Type::parse(text), Type::Opaque(text.to_string()));
    }

    #[test]
    fn a_function_type_with_one_bare_result_reads() {
        assert_eq!(Type::parse("(i64) -> i1"), Type::Function(vec![Type::I64], vec![Type::BOOL]));
    }
}
