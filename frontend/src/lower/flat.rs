//! `a.flat`: the items of an array as one line, to read, to go over and to write.

use super::call::{Args, Row};
use super::{Item, Lowerer, Res};
use crate::ast::{BinOp, Expr};
use crate::numpy::raveled;
use crate::source::Span;
use crate::types::{Named, Num};
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type};

pub static FLAT: Named = Named { path: "numpy.flatiter", fields: &["base"], is_tuple: false };

pub const ROWS: &[Row] = &[Row { name: "numpy.flatiter.copy", params: "self", build: copy }];

fn copy<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.array_of(&args.val(0), args.span).map(Val::Array)
}

/// The array behind `a.flat`.
pub fn base_of(val: &Val) -> Option<&Array> {
    match val {
        Val::Named(record, fields) if *record == &FLAT => match fields.first() {
            Some(Val::Array(array)) => Some(array),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> Lowerer<'a> {
    pub fn flat_of(&mut self, array: &Array) -> Val {
        Val::Named(&FLAT, vec![Val::Array(self.reference(array))].into())
    }

    /// The items as a vector, which may share the array's memory.
    pub fn flat_line(&mut self, array: &Array) -> Array {
        let line = raveled(self, array);
        self.reference(&line)
    }

    /// The items as a vector of their own.
    pub fn flat_copy(&mut self, array: &Array) -> Array {
        let line = self.flat_line(array);
        let value = self.tensor(&line);
        let value = self.op("physl.copy", &[value], Type::Tensor(line.ty.clone()));
        Array { value, form: Form::Tensor, ..line }
    }

    /// `a.flat[index]`: an item, or a copy of several.
    pub fn read_flat(&mut self, array: &Array, index: &'a Expr, span: Span) -> Res<Val> {
        let line = self.flat_line(array);
        let items = self.index_items(index)?;
        self.read_flat_items(&line, &items, span)
    }

    fn read_flat_items(&mut self, line: &Array, items: &[Item], span: Span) -> Res<Val> {
        match self.read_items(line, items, span)? {
            Val::Array(part) if part.form == Form::Ref => {
                let value = self.tensor(&part);
                Ok(Val::Array(Array { value, form: Form::Tensor, ..part }))
            }
            other => Ok(other),
        }
    }

    /// `a.flat[index] = val`.
    pub fn store_flat(&mut self, array: &Array, index: &'a Expr, val: Val, span: Span) -> Res<()> {
        let items = self.index_items(index)?;
        self.store_flat_items(array, &items, val, span)
    }

    fn store_flat_items(&mut self, array: &Array, items: &[Item], val: Val, span: Span) -> Res<()> {
        if let [Item::Int(at)] = items {
            let place = self.flat_place(array, at);
            return self.store_items(array, &place, val, span);
        }
        // A line of a strided array is a copy, so what was stored in it is stored back.
        let line = self.flat_line(array);
        self.store_items(&line, items, val, span)?;
        if array.ty.rank() == 1 {
            return Ok(());
        }
        let shape = self.shape_scalars(array);
        let whole = crate::numpy::reshaped(self, &line, &shape);
        let value = self.tensor(&whole);
        self.effect("physl.write", &[array.value, value], &[]);
        Ok(())
    }

    /// `a.flat[index] op= value`.
    pub fn update_flat(&mut self, array: &Array, index: &'a Expr, op: BinOp, value: &'a Expr, span: Span) -> Res<()> {
        let items = self.index_items(index)?;
        let line = self.flat_line(array);
        let old = self.read_flat_items(&line, &items, span)?;
        let val = self.expr(value);
        self.frame.at = span;
        let result = self.try_binary(op, old, val, span)?;
        self.store_flat_items(array, &items, result, span)
    }

    /// `a.flat = val`.
    pub fn fill_flat(&mut self, array: &Array, val: Val, span: Span) -> Res<()> {
        let whole = [Item::Slice { start: None, stop: None, step: None }];
        self.store_flat_items(array, &whole, val, span)
    }

    /// Where the item at a place of the line is.
    fn flat_place(&mut self, array: &Array, at: &Scalar) -> Vec<Item> {
        let size = self.size_of(array);
        let (size, zero) = (self.scalar_value(&size), self.int(0));
        let asked = self.scalar_value(at);
        let is_low = self.compare_ints("slt", asked, zero);
        let from_end = self.op("arith.addi", &[asked, size], Type::I64);
        let place = self.op("arith.select", &[is_low, from_end, asked], Type::I64);
        let under = self.compare_ints("slt", place, zero);
        let over = self.compare_ints("sge", place, size);
        let outside = self.op("arith.ori", &[under, over], Type::BOOL);
        self.when(outside, |this| {
            let pieces = [
                this.text_constant("index "),
                this.op("physl.to_str", &[asked], Type::Str),
                this.text_constant(" is out of bounds for size "),
                this.op("physl.to_str", &[size], Type::Str),
            ];
            let text = this.op("physl.str_concat", &pieces, Type::Str);
            this.effect("physl.raise", &[text], &[("kind", Attr::str("IndexError"))]);
        });
        let mut rest = place;
        let mut items = Vec::new();
        for axis in (0..array.ty.rank()).rev() {
            let extent = self.extent(array, axis);
            let extent = self.scalar_value(&extent);
            // The place is within the array, so no extent is zero where this runs on; 1 keeps the division defined.
            let one = self.int(1);
            let extent = self.op("arith.maxsi", &[extent, one], Type::I64);
            let index = self.op("arith.remsi", &[rest, extent], Type::I64);
            rest = self.op("arith.divsi", &[rest, extent], Type::I64);
            items.push(Item::Int(Scalar::of(Num::INT, index)));
        }
        items.reverse();
        items
    }
}
