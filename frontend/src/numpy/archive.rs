//! `np.savez`, and `np.load` of an archive: arrays by name.
//!
//! Which arrays an archive holds must be known: from what the program saves under that name, or from the file at compile time.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::stored::in_archive;
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::Named;
use crate::value::{Repr, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType};

pub static ARCHIVE: Named = Named { path: "numpy.lib.npyio.NpzFile", fields: &[" path", "files"], is_tuple: false };

/// Stands for the path of an archive that is saved under a computed name.
const COMPUTED: &str = "*";

pub static ROWS: &[Row] = &[
    Row { name: "numpy._savez", params: "file, args, kwds, compressed", build: savez },
    Row { name: "numpy.lib.npyio.NpzFile.keys", params: "self", build: keys },
    Row { name: "numpy.lib.npyio.NpzFile.close", params: "self", build: close },
];

/// `physl._savez(file, args, kwds, compressed)`, which the prelude calls.
fn savez<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (file, known) = super::files::path(lo, args)?;
    let mut held: Vec<(String, Val)> = Vec::new();
    if let Val::Tuple(items) = args.val(1) {
        held.extend(items.iter().enumerate().map(|(at, val)| (format!("arr_{at}"), val.clone())));
    }
    if let Val::Record(fields) = args.val(2) {
        for (name, val) in fields.iter() {
            if held.iter().any(|(other, _)| **other == **name) {
                let message = format!("Cannot use un-named variables and keyword {name}");
                return lo.fail(args.span, message, "name the array otherwise");
            }
            held.push((name.to_string(), val.clone()));
        }
    }
    let known = known.map(|path| if path.ends_with(".npz") { path } else { format!("{path}.npz") });
    let names: Vec<String> = held.iter().map(|(name, _)| name.clone()).collect();
    lo.stored.archives.remember(known.as_deref(), &names);
    let archive = known.as_deref().unwrap_or(COMPUTED);
    let mut operands = vec![file];
    for (name, val) in &held {
        let array = lo.array_of(val, args.span)?;
        lo.stored.arrays.remember(Some(format!("{archive}\n{name}")), &array.ty);
        operands.push(lo.tensor(&array));
    }
    let compressed = lo.flag_arg(args, 3)?;
    let attrs = [("names", Attr::str(names.join("\n"))), ("compressed", Attr::Bool(compressed))];
    lo.effect("physl.savez", &operands, &attrs);
    Ok(Val::None)
}

/// An archive by its name.
pub fn open(lo: &mut Lowerer, path: &str, args: &Args) -> Res<Val> {
    let Some(names) = lo.stored.archives.names(path) else {
        let message = format!("which arrays '{path}' holds is not known at compile time");
        return lo.fail(args.span, message, "have the file there when compiling, or save it in the same program");
    };
    let file = lo.text_constant(path);
    lo.effect("physl.open_npz", &[file], &[("names", Attr::str(names.join("\n")))]);
    let names: Vec<Val> = names.into_iter().map(Val::text).collect();
    Ok(Val::Named(&ARCHIVE, vec![Val::text(path), Val::List(names.into())].into()))
}

fn close<'a>(_: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    Ok(Val::None)
}

fn keys<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    names(lo, &args.val(0), args.span)
}

/// The names in an archive.
pub fn names(lo: &mut Lowerer, archive: &Val, span: Span) -> Res<Val> {
    match archive {
        Val::Named(record, fields) if *record == &ARCHIVE && fields.len() == 2 => Ok(fields[1].clone()),
        other => lo.contradiction(span, &format!("{} as an archive", other.describe())),
    }
}

impl Lowerer<'_> {
    /// `archive[name]`.
    pub fn array_of_archive(&mut self, fields: &[Val], name: &Val, span: Span) -> Res<Val> {
        let (Some(path), Some(name)) = (fields.first().and_then(Val::const_text), name.const_text()) else {
            return self.fail(
                span,
                "the name of an array in an archive must be known at compile time",
                "write it out: `z[\"a\"]`",
            );
        };
        let place = format!("{path}\n{name}");
        let computed = format!("{COMPUTED}\n{name}");
        let found =
            self.stored.arrays.kind_of(&place, in_archive).or_else(|| self.stored.arrays.kind_of(&computed, |_| None));
        let (elem, rank) = found.unwrap_or((DType::F64, 1));
        let file = self.text_constant(&path);
        let attrs = [("name", Attr::str(name.to_string()))];
        Ok(Val::Array(tools::library(self, "load_npz", &[file], TensorType::dynamic(elem, rank), &attrs)))
    }
}

/// The path of an archive, where a file name says that it is one.
pub fn named(val: &Val) -> Option<String> {
    match val {
        Val::Str(Repr::Const(path)) if path.ends_with(".npz") => Some(path.to_string()),
        _ => None,
    }
}
