//! `docs/ops.md`, made from the op table.

use phylanx_dialects::ops::{Class, Effect, OPS, OpRow};
use std::fmt::Write;

/// The whole document.
pub fn text() -> String {
    let mut text = String::from(
        "# The ops of PhySL\n\nMade from the op table, `dialects/src/ops.rs`, by `BLESS=1 cargo test -p phylanx-tests --test docs`; do not edit.\n\
         Names lack their prefix `physl.`; `*` marks any number of operands, `?` an optional one.\n",
    );
    for (class, title, meaning) in CLASSES {
        let _ = writeln!(text, "\n## {title}\n\n{meaning}\n");
        text.push_str(
            "| op | operands | attributes | effect | NumPy or Python | meaning |\n|---|---|---|---|---|---|\n",
        );
        for row in OPS.iter().filter(|row| row.class == *class) {
            write_row(&mut text, row);
        }
    }
    text
}

const CLASSES: &[(Class, &str, &str)] = &[
    (Class::Map, "Maps", "One output element per input element, with broadcasting; fused into compiled tasks."),
    (Class::Fold, "Folds", "Fold dimensions; fused with the maps that feed them."),
    (Class::View, "Views", "O(1) changes of shape and strides."),
    (Class::Library, "Library", "Carried out by a function of the runtime, `phx_op_NAME`."),
    (Class::Scalar, "Scalars", "Work on Python scalars; expanded in line by codegen."),
    (Class::Task, "Tasks", "Exist from the `tasks` stage on."),
    (Class::Placement, "Placement", "Exist from the `placed` stage on."),
];

fn write_row(text: &mut String, row: &OpRow) {
    let attrs: Vec<String> = row.attrs.iter().map(|(name, kind)| format!("{name}: {}", kind_name(*kind))).collect();
    let numpy: Vec<String> = row.numpy.iter().map(|one| format!("`{}`", one.replace('|', "\\|"))).collect();
    let cells = [
        format!("`{}`", row.name),
        row.operands.join(", "),
        attrs.join(", "),
        effect(row.effect).into(),
        numpy.join(" "),
    ];
    let _ = writeln!(text, "| {} | {} |", cells.join(" | "), row.doc.replace('|', "\\|"));
}

fn kind_name(kind: char) -> &'static str {
    match kind {
        'i' => "integer",
        'I' => "integers",
        'b' => "bool",
        's' => "text",
        't' => "element type",
        'y' => "symbol",
        'f' => "float",
        _ => "attribute",
    }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Pure => "pure",
        Effect::MayFail => "may fail",
        Effect::Reads => "reads",
        Effect::Writes => "writes",
        Effect::World => "world",
    }
}
