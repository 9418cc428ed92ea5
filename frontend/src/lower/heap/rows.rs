//! Reading and writing rows.

use super::super::{Lowerer, Res};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::Ty;
use crate::value::Val;
use phylanx_dialects::ir::{Attr, Type, Value};

impl Lowerer<'_> {
    /// A part of a row that is there.
    pub fn row_part(&mut self, site: &Site, object: Value, row: Value, part: usize) -> Val {
        let (ty, first, width) = (site.part(part), site.offset(part), site.width());
        let mut values = Vec::new();
        for (at, leaf) in ty.leaves().into_iter().enumerate() {
            let attrs = [("at", Attr::int((first + at) as i64)), ("width", Attr::int(width as i64))];
            values.push(self.op_with("physl.table_get", &[object, row], leaf, &attrs));
        }
        self.rebuild(&ty, &mut values.into_iter())
    }

    /// The key and the value of a row, or its item.
    pub fn whole_row(&mut self, site: &Site, object: Value, row: Value) -> Val {
        let key = self.row_part(site, object, row, 0);
        if site.kind() != Kind::Dict {
            return key;
        }
        let value = self.row_part(site, object, row, 1);
        Val::Tuple(vec![key, value].into())
    }

    /// Stores a part of a row that is there.
    pub fn set_row_part(
        &mut self,
        site: &Site,
        object: Value,
        row: Value,
        part: usize,
        val: &Val,
        span: Span,
    ) -> Res<()> {
        let leaves = self.held(site, part, val, span)?;
        if leaves.is_empty() {
            return Ok(());
        }
        let operands: Vec<Value> = [object, row].into_iter().chain(leaves).collect();
        let attrs = [("at", Attr::int(site.offset(part) as i64)), ("width", Attr::int(site.width() as i64))];
        self.effect("physl.table_set", &operands, &attrs);
        Ok(())
    }

    /// The row that an index of a list means; `IndexError` outside.
    pub fn row_at(&mut self, object: Value, index: Value, message: &str) -> Value {
        self.op_with("physl.table_at", &[object, index], Type::I64, &[("message", Attr::str(message))])
    }

    /// Python's words for an index outside of a list.
    pub fn range_message(site: &Site, what: &str) -> String {
        match (site.kind(), what) {
            (Kind::Deque, _) => "deque index out of range".into(),
            (_, "pop") => "pop index out of range".into(),
            (_, "store") => "list assignment index out of range".into(),
            _ => "list index out of range".into(),
        }
    }

    /// A value that is looked for: numbers of other types as what the objects hold where that is exact.
    pub fn sought(&mut self, site: &Site, val: &Val, span: Span) -> Res<Option<Vec<Value>>> {
        let ty = site.part(0);
        let val = self.bound(val.clone());
        let val = self.as_tuple_object(&ty, val, span)?;
        if self.defines(&ty, &["__eq__", "__hash__"]) {
            return self.fail(
                span,
                "objects whose classes define `__eq__` are not looked for here",
                "look for them in a loop",
            );
        }
        if let (Ty::Num(held), Val::Scalar(scalar)) = (&ty, &val)
            && held.is_float() == scalar.num.is_float()
            && held.dtype.size() >= scalar.num.dtype.size()
            && !crate::types::is_unsigned(scalar.num.dtype)
            && held.is_bool() == scalar.num.is_bool()
        {
            return Ok(Some(self.coerce(&val, &ty)));
        }
        let Some(found) = val.ty() else {
            let message = format!("{} cannot be looked for", val.describe());
            return self.fail(span, message, "look for a number, a string or a tuple of them");
        };
        if ty == Ty::Never {
            return Ok(None);
        }
        if crate::types::join(&ty, &found).is_none() {
            return Ok(None);
        }
        self.held(site, 0, &val, span).map(Some)
    }
}
