//! `f(*items)` where the number of items is known when the program runs: parameters take them one by one.

use super::Lowerer;
use crate::source::Span;
use crate::value::Val;

impl<'a> Lowerer<'a> {
    /// The item for the parameter at a place behind the star; its default where there are fewer items, a `TypeError` where it has none.
    pub(super) fn spread(&mut self, star: &Val, at: usize, default: Option<Val>, missing: &str, span: Span) -> Val {
        let Val::Heap(site, object) = star else { return Val::Unknown };
        let (site, object) = (site.clone(), *object);
        let (length, place) = (self.table_len(object), self.int(at as i64));
        let there = self.compare_ints("sgt", length, place);
        let item = |this: &mut Self| {
            let place = this.int(at as i64);
            let row = this.row_at(object, place, missing);
            this.row_part(&site, object, row, 0)
        };
        match default {
            Some(default) => self.choose(there, span, item, |_| default),
            None => {
                let absent = self.not(there);
                self.raise_when(absent, "TypeError", missing);
                item(self)
            }
        }
    }

    /// A `TypeError` where there are more items than parameters.
    pub(super) fn check_spread(&mut self, star: &Val, most: usize, message: &str) {
        let Val::Heap(_, object) = star else { return };
        let (length, most) = (self.table_len(*object), self.int(most as i64));
        let more = self.compare_ints("sgt", length, most);
        self.raise_when(more, "TypeError", message);
    }
}
