//! The C header of a library: what arrays are, how errors are told, one prototype for each exported function.

use crate::failure::{Failure, Outcome};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Loc, Module, Op, Type};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// What the headers of all libraries have in common.
const COMMON: &str = include_str!("header.h");

/// An exported function, as the header shows it.
pub struct Export {
    pub symbol: String,
    pub loc: Loc,
    /// The line that defines it, and its types.
    line: String,
    types: String,
    doc: Option<String>,
    /// Names and IR types.
    params: Vec<(String, Type)>,
    results: Vec<(String, Type)>,
}

/// The exported functions of a module, in order.
pub fn exports(module: &Module) -> Vec<Export> {
    module.functions().filter_map(export).collect()
}

/// Writes the header of a library beside it.
///
/// # Errors
/// A file that cannot be written.
pub fn write(library: &Path, source: &str, exports: &[Export]) -> Outcome<()> {
    let path = library.with_extension("h");
    if path == library {
        return Err(Failure::Usage(format!("{} is the name of the header: choose another with -o", path.display())));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = print(&name, source, exports);
    Ok(std::fs::write(&path, text).map_err(|error| anyhow::anyhow!("cannot write {}: {error}", path.display()))?)
}

fn export(op: &Op) -> Option<Export> {
    let text = |name: &str| op.attr(name).and_then(Attr::as_str).map(str::to_string);
    let symbol = text("physl.export")?;
    let (inputs, outputs) = match op.attr("function_type").and_then(Attr::as_type) {
        Some(Type::Function(inputs, outputs)) => (inputs.clone(), outputs.clone()),
        _ => return None,
    };
    Some(Export {
        symbol,
        loc: op.loc.clone(),
        line: text("physl.line").unwrap_or_default(),
        types: text("physl.types").unwrap_or_default(),
        doc: text("physl.doc"),
        params: named(op, "physl.params", inputs),
        results: named(op, "physl.results", outputs),
    })
}

fn named(op: &Op, names: &str, tys: Vec<Type>) -> Vec<(String, Type)> {
    let names: Vec<&str> = match op.attr(names) {
        Some(Attr::Array(names)) => names.iter().filter_map(Attr::as_str).collect(),
        _ => Vec::new(),
    };
    let name = |at: usize| names.get(at).map_or_else(|| format!("value_{at}"), |name| (*name).to_string());
    tys.into_iter().enumerate().map(|(at, ty)| (name(at), ty)).collect()
}

fn print(name: &str, source: &str, exports: &[Export]) -> String {
    let guard: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    let source = Path::new(source).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut text = format!(
        "/* {name}: the functions of {} that phylanxc has compiled. Made by the compiler. */\n\
         #ifndef PHYLANX_{guard}\n#define PHYLANX_{guard}\n\n{COMMON}",
        comment(&source)
    );
    for export in exports {
        text.push('\n');
        text.push_str(&prototype(&source, export));
    }
    text.push_str("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    text
}

fn prototype(source: &str, export: &Export) -> String {
    let mut text = format!("/* {}, line {}: {}\n", comment(source), export.loc.line, comment(&export.line));
    let _ = writeln!(text, " * {}", comment(&export.types));
    for line in export.doc.iter().flat_map(|doc| doc.trim().lines()) {
        let _ = writeln!(text, " * {}", comment(line.trim()));
    }
    let mut taken = BTreeSet::new();
    let mut params: Vec<String> = export
        .params
        .iter()
        .map(|(name, ty)| format!("{}{}", c_type(ty, "const "), c_name(name, &mut taken)))
        .collect();
    for (name, ty) in &export.results {
        let star = if is_array(ty) { "" } else { "*" };
        params.push(format!("{}{star}{}", c_type(ty, ""), c_name(name, &mut taken)));
    }
    let params = if params.is_empty() { "void".to_string() } else { params.join(", ") };
    let _ = writeln!(text, " */\nint {}({params});", export.symbol);
    text
}

/// The text, such that it ends no comment.
fn comment(text: &str) -> String {
    text.replace("*/", "* /").replace("/*", "/ *").replace('\\', "\\\\").trim_end().to_string()
}

fn is_array(ty: &Type) -> bool {
    !matches!(ty, Type::Scalar(_))
}

/// The C type, with the space or star before a name.
fn c_type(ty: &Type, array_is: &str) -> String {
    let Type::Scalar(dtype) = ty else { return format!("{array_is}phylanx_array *") };
    let name = match dtype {
        DType::Bool => "bool",
        DType::I8 => "int8_t",
        DType::I16 => "int16_t",
        DType::I32 => "int32_t",
        DType::I64 => "int64_t",
        DType::U8 => "uint8_t",
        DType::U16 => "uint16_t",
        DType::U32 => "uint32_t",
        DType::U64 => "uint64_t",
        DType::F32 => "float",
        DType::F64 => "double",
        DType::C64 | DType::C128 => "void",
    };
    format!("{name} ")
}

/// A name for a parameter that is no word of C and is not taken; names of parameters are nobody's interface.
fn c_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut plain: String = name.chars().map(|c| if c == '_' || c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if phylanx_frontend::is_reserved_in_c(&plain) {
        plain.push('_');
    }
    while !taken.insert(plain.clone()) {
        plain.push('_');
    }
    plain
}
