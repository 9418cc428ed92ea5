//! Assignment to names, tuples of targets, and elements.

use super::{Lowerer, Res};
use crate::ast::{BinOp, Expr, ExprKind, Name, Stmt};
use crate::source::Span;
use crate::value::{Array, Const, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

impl<'a> Lowerer<'a> {
    /// `base.name = val`.
    fn assign_attribute(&mut self, base: &'a Expr, name: &Name, val: &Val, span: Span) -> Res<()> {
        match self.need(base)? {
            array @ (Val::Array(_) | Val::Scalar(_)) if matches!(&**name, "real" | "imag") => {
                self.assign_part(&array, name, val, span)
            }
            Val::Array(array) if matches!(&**name, "flat" | "shape") => self.assign_view(&array, name, val, span),
            other => self.store_attribute_of(other, name, val, span),
        }
    }

    pub fn assign_stmt(&mut self, stmt: &'a Stmt, targets: &'a [Expr], value: &'a Expr) {
        let val = self.expr(value);
        self.frame.at = stmt.span;
        let val = match (&val, targets) {
            (_, [Expr { kind: ExprKind::Subscript(..), .. }]) => val,
            _ => self.bound(val),
        };
        for target in targets {
            self.assign(target, val.clone());
        }
    }

    /// Assigns a value to a target.
    pub fn assign(&mut self, target: &'a Expr, val: Val) {
        self.at(target.span, |this| this.assign_here(target, val));
    }

    fn assign_here(&mut self, target: &'a Expr, val: Val) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(name, val, target.span),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                if let Err(stop) = self.unpack(target.span, items, val) {
                    for item in items.iter().filter(|item| !matches!(item.kind, ExprKind::Subscript(..))) {
                        self.assign(item, stop.val());
                    }
                }
            }
            ExprKind::Starred(inner) => self.assign(inner, val),
            ExprKind::Subscript(base, index) => {
                let _ = self.store(target.span, base, index, val);
            }
            ExprKind::Attribute(base, name) => {
                let _ = self.assign_attribute(base, name, &val, target.span);
            }
            ExprKind::Invalid => {}
            _ => {
                let _: Res<()> = self.contradiction(target.span, "this target of an assignment");
            }
        }
    }

    fn unpack(&mut self, span: Span, targets: &'a [Expr], val: Val) -> Res<()> {
        let val = self.present(val, None, span)?;
        let items = self.unpacked(span, targets, val)?;
        let star = targets.iter().position(|target| matches!(target.kind, ExprKind::Starred(_)));
        let Some(star) = star else {
            if items.len() != targets.len() {
                let (wanted, got) = (targets.len(), items.len());
                let message = match got < wanted {
                    true => format!("not enough values to unpack (expected {wanted}, got {got})"),
                    false => format!("too many values to unpack (expected {wanted})"),
                };
                let help = format!("there are {got} values: give as many targets");
                return self.sure_to_raise(span, "ValueError", message, help);
            }
            for (target, item) in targets.iter().zip(items) {
                self.assign(target, item);
            }
            return Ok(());
        };
        if items.len() + 1 < targets.len() {
            let message =
                format!("not enough values to unpack (expected at least {}, got {})", targets.len() - 1, items.len());
            return self.sure_to_raise(span, "ValueError", message, "give fewer targets");
        }
        let after = targets.len() - star - 1;
        let end = items.len() - after;
        for (target, item) in targets[..star].iter().zip(&items[..star]) {
            self.assign(target, item.clone());
        }
        self.assign(&targets[star], Val::List(items[star..end].into()));
        for (target, item) in targets[star + 1..].iter().zip(&items[end..]) {
            self.assign(target, item.clone());
        }
        Ok(())
    }

    /// The values that a value unpacks into.
    fn unpacked(&mut self, span: Span, targets: &[Expr], val: Val) -> Res<Vec<Val>> {
        let iter = self.iter_of(val, span)?;
        if let Some(count) = self.static_items(&iter) {
            return Ok((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at as i64))).collect());
        }
        let length = self.iter_length(&iter);
        let count = match length.known().and_then(Const::as_i64) {
            Some(known) => known,
            None if targets.iter().any(|target| matches!(target.kind, ExprKind::Starred(_))) => {
                let help = "slice the array instead: `first, rest = a[0], a[1:]`";
                return self.fail(span, "the number of values is not known at compile time", help);
            }
            None => {
                let length = self.scalar_value(&length);
                self.check_count(length, targets.len() as i64);
                targets.len() as i64
            }
        };
        if count > 4096 {
            return self.fail(span, "too many values to unpack", "index the array instead");
        }
        Ok((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at))).collect())
    }

    /// Ends the program with Python's message when there are not `wanted` values to unpack.
    fn check_count(&mut self, length: Value, wanted: i64) {
        let number = self.int(wanted);
        let few = self.compare_ints("slt", length, number);
        self.when(few, |this| {
            let head = this.text_constant(&format!("not enough values to unpack (expected {wanted}, got "));
            let count = this.op("physl.to_str", &[length], Type::Str);
            let end = this.text_constant(")");
            let text = this.op("physl.str_concat", &[head, count, end], Type::Str);
            this.effect("physl.raise", &[text], &[("kind", Attr::str("ValueError"))]);
        });
        let many = self.compare_ints("sgt", length, number);
        self.raise_when(many, "ValueError", &format!("too many values to unpack (expected {wanted})"));
    }

    /// `target op= value`.
    pub fn aug_assign(&mut self, stmt: &'a Stmt, target: &'a Expr, op: BinOp, value: &'a Expr) {
        let _ = self.try_aug_assign(stmt, target, op, value);
    }

    fn try_aug_assign(&mut self, stmt: &'a Stmt, target: &'a Expr, op: BinOp, value: &'a Expr) -> Res<()> {
        match &target.kind {
            ExprKind::Name(name) => {
                let old = match self
                    .read_name(name, target.span)
                    .and_then(|old| self.present(old, Some(name), target.span))
                {
                    Ok(old) => old,
                    Err(stop) => {
                        self.expr(value);
                        return Err(stop);
                    }
                };
                let val = self.expr(value);
                self.frame.at = stmt.span;
                if let Val::Array(array) = &old {
                    return self.update(array, op, val, stmt.span);
                }
                if let Val::List(items) = &old
                    && op == BinOp::Add
                {
                    return self.must_be_object(items, stmt.span);
                }
                if let Some(done) = self.update_object(op, &old, &val, stmt.span) {
                    return done;
                }
                let result = match self.special_update(op, &old, &val, stmt.span) {
                    Some(result) => result?,
                    None => self.binary(op, old, val, stmt.span),
                };
                let result = self.placed(result, target.id, stmt.span)?;
                self.bind(name, result, target.span);
                Ok(())
            }
            ExprKind::Subscript(base, index) => {
                self.at(target.span, |this| this.update_element(stmt.span, base, index, op, value))
            }
            ExprKind::Attribute(base, name) => {
                let base = self.need(base)?;
                let old = self.attribute_of(&base, name, target.span)?;
                let old = self.present(old, None, target.span)?;
                let val = self.try_expr(value)?;
                self.frame.at = stmt.span;
                if let Val::Array(array) = &old {
                    return self.update(&array.clone(), op, val, stmt.span);
                }
                if let Some(done) = self.update_object(op, &old, &val, stmt.span) {
                    return done;
                }
                let result = match self.special_update(op, &old, &val, stmt.span) {
                    Some(result) => result?,
                    None => self.try_binary(op, old, val, stmt.span)?,
                };
                let result = self.placed(result, target.id, stmt.span)?;
                self.store_attribute_of(base, name, &result, target.span)
            }
            _ => self.contradiction(target.span, "this target of an update"),
        }
    }

    /// `a op= value` on an array: in place, with NumPy's casting rule.
    pub fn update(&mut self, array: &Array, op: BinOp, val: Val, span: Span) -> Res<()> {
        let mut one =
            |this: &mut Self, vals: &[Val]| this.update_by(array, op, vals[0].clone(), span).map(|()| Val::None);
        self.over_kinds(&[val], span, &mut one).map(drop)
    }

    fn update_by(&mut self, array: &Array, op: BinOp, val: Val, span: Span) -> Res<()> {
        if let Val::Array(other) = &val
            && op != BinOp::MatMul
            && phylanx_dialects::shape::broadcast(&[&array.ty, &other.ty]).is_err()
        {
            let [target, part] = [&array.ty, &other.ty].map(|ty| phylanx_dialects::shape::shape_text(&ty.dims));
            let message = format!("operands could not be broadcast together with shapes {target} {part} {target}");
            return self.fail(span, message, "make the shapes agree, with `reshape` or `None` in an index");
        }
        let old = Val::Array(array.clone());
        let result = self.try_binary(op, old, val, span)?;
        let result = self.array_of(&result, span)?;
        self.check_same_kind(result.ty.elem, array.ty.elem, op, span)?;
        self.check_fits(&result.ty, &array.ty, span)?;
        let tensor = self.tensor(&result);
        let tensor = self.cast_tensor(tensor, array.ty.elem);
        self.effect("physl.write", &[array.value, tensor], &[]);
        Ok(())
    }

    fn check_same_kind(
        &mut self,
        from: phylanx_dialects::DType,
        to: phylanx_dialects::DType,
        op: BinOp,
        span: Span,
    ) -> Res<()> {
        let rank = |dtype| match dtype {
            phylanx_dialects::DType::Bool => 0,
            dtype if crate::types::is_unsigned(dtype) => 1,
            dtype if phylanx_dialects::dtype::is_complex(dtype) => 4,
            dtype if crate::types::is_float(dtype) => 3,
            _ => 2,
        };
        if rank(from) <= rank(to) {
            return Ok(());
        }
        let message = format!(
            "cannot store the {} result of `{}=` in a {} array",
            from.numpy_name(),
            op.symbol(),
            to.numpy_name()
        );
        self.fail(
            span,
            message,
            format!("make the array {} first, with `astype`, or write `a = a {} ...`", from.numpy_name(), op.symbol()),
        )
    }

    /// Whether a value of one shape can be stored in another, as far as extents are known.
    pub fn check_fits(&mut self, from: &TensorType, to: &TensorType, span: Span) -> Res<()> {
        let skip = from.rank().saturating_sub(to.rank());
        let extra = from.dims[..skip].iter().any(|dim| *dim != Some(1));
        let trailing = from.dims[skip..].iter().rev().zip(to.dims.iter().rev());
        let clash = trailing.clone().any(|(from, to)| matches!((from, to), (Some(a), Some(b)) if a != b && *a != 1));
        if !extra && !clash {
            return Ok(());
        }
        let message = format!(
            "could not broadcast input array from shape {} into shape {}",
            phylanx_dialects::shape::shape_text(&from.dims),
            phylanx_dialects::shape::shape_text(&to.dims)
        );
        self.fail(span, message, "make the shapes agree")
    }
}
