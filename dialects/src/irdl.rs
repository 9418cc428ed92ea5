//! The PhySL dialect as IRDL text, made from the op table; `mlir-opt --irdl-file=` reads the same text.

use crate::ops::{Names, OPS, OpRow};
use std::fmt::Write;

/// The dialect, without the ops of open operand lists: IRDL would make all operands of a list equal in type, so
/// `mlir::open_ops` registers those.
pub fn dialect_text() -> String {
    let mut text =
        String::from("irdl.dialect @physl {\n  irdl.type @str {}\n  irdl.type @object {}\n  irdl.type @token {}\n");
    text.push_str("  irdl.type @ref {\n    %0 = irdl.any\n    irdl.parameters(array: %0)\n  }\n");
    for row in OPS.iter().filter(|row| !row.has_open_operands()) {
        write_op(&mut text, row);
    }
    text.push_str("}\n");
    text
}

fn write_op(text: &mut String, row: &OpRow) {
    let _ = writeln!(text, "  irdl.operation @{} {{\n    %any = irdl.any", row.name);
    write_values(text, "operands", row.operands);
    write_values(text, "results", row.results);
    if !row.attrs.is_empty() {
        let items: Vec<String> = row.attrs.iter().map(|(name, _)| format!("\"{name}\" = %{name}_attr")).collect();
        for (name, _) in row.attrs {
            let _ = writeln!(text, "    %{name}_attr = irdl.any");
        }
        let _ = writeln!(text, "    irdl.attributes {{ {} }}", items.join(", "));
    }
    text.push_str("  }\n");
}

/// Writes an operand or result list; each name gets a constraint of its own, since a shared one would mean equal types.
fn write_values(text: &mut String, kind: &str, names: Names) {
    if names.is_empty() {
        return;
    }
    let mut items = Vec::new();
    for name in names {
        let (bare, variadicity) = match name.strip_suffix('?') {
            Some(bare) => (bare, "optional "),
            None => (*name, ""),
        };
        let _ = writeln!(text, "    %{bare}_{kind} = irdl.any");
        items.push(format!("{bare}: {variadicity}%{bare}_{kind}"));
    }
    let _ = writeln!(text, "    irdl.{kind}({})", items.join(", "));
}
