//! Values that are one of several functions: a tag says which, and what each holds goes with it.

use super::Lowerer;
use crate::types::{Ty, same_function};
use crate::value::Val;
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl Lowerer<'_> {
    /// The IR values that carry a function as one of these.
    pub fn coerce_one_of(&mut self, val: &Val, options: &[Ty]) -> Vec<Value> {
        match val {
            Val::OneOf { which, options: known } => {
                let places: Vec<Option<usize>> = known.iter().map(|val| place(val, options)).collect();
                let mut tag = self.int(0);
                for (at, place) in places.iter().enumerate() {
                    let (here, there) = (self.int(at as i64), self.int(place.unwrap_or(0) as i64));
                    let hit = self.compare_ints("eq", *which, here);
                    tag = self.op("arith.select", &[hit, there, tag], Type::I64);
                }
                let mut out = vec![tag];
                for (at, option) in options.iter().enumerate() {
                    let found = places.iter().position(|place| *place == Some(at));
                    out.extend(match found {
                        Some(found) => self.coerce(&known[found].clone(), option),
                        None => self.placeholders(option),
                    });
                }
                out
            }
            val => {
                let here = place(val, options);
                let mut out = vec![self.int(here.unwrap_or(0) as i64)];
                for (at, option) in options.iter().enumerate() {
                    out.extend(if here == Some(at) { self.coerce(val, option) } else { self.placeholders(option) });
                }
                out
            }
        }
    }

    /// The function that IR values carry as one of these.
    pub fn rebuild_one_of(&mut self, options: &[Ty], mut values: &mut dyn Iterator<Item = Value>) -> Val {
        let Some(which) = values.next() else { return Val::Unknown };
        let options: Rc<[Val]> = options.iter().map(|option| self.rebuild(option, &mut values)).collect();
        Val::OneOf { which, options }
    }
}

fn place(val: &Val, options: &[Ty]) -> Option<usize> {
    let ty = val.ty()?;
    options.iter().position(|option| same_function(option, &ty))
}
