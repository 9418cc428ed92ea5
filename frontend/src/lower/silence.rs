//! No program is compiled whose lowering has stopped anywhere without a word: what has no value leaves a mark, and where a mark is left
//! in what the program may reach, there must be a diagnostic.

use super::Lowerer;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use phylanx_dialects::ir::{Attr, Op};

const FAULT: &str = "physl.fault";

impl Lowerer<'_> {
    /// Marks an expression that has no value.
    pub(super) fn mark_fault(&mut self, span: Span) {
        let attrs = [("file", i64::from(span.file)), ("start", i64::from(span.start)), ("end", i64::from(span.end))];
        let attrs = attrs.map(|(name, value)| (name, Attr::int(value)));
        self.effect(FAULT, &[], &attrs);
    }

    /// The compiler's own fault where a mark is left.
    pub(super) fn unspoken(&self, marked: Span) -> Diagnostic {
        Diagnostic::ours(self.source.of(marked), marked, "an expression without a type and without a reason")
    }
}

/// The expression that an op marks.
pub(super) fn marked(op: &Op) -> Option<Span> {
    let number = |name: &str| op.attr(name).and_then(Attr::as_int).and_then(|value| u32::try_from(value).ok());
    if op.name != FAULT {
        return None;
    }
    Some(Span { file: number("file")?.try_into().ok()?, start: number("start")?, end: number("end")? })
}
