//! The places of a function's parameters: those of the objects that it is called with.

use super::super::Lowerer;
use crate::types::{Ty, is_function, join};
use std::rc::Rc;

impl Lowerer<'_> {
    /// Objects of other places that hold the same are passed to one specialisation: their places become one.
    pub fn share_places(&self, index: usize, tys: &[Ty], texts: &[String]) {
        if !tys.iter().any(holds_object) {
            return;
        }
        let same = |(a, b): (&Ty, &Ty)| a == b || (holds_object(a) && a.to_string() == b.to_string());
        let mut known = self.specs.list.iter().map(|spec| &spec.key);
        let alike = known.find(|(function, types, constants)| {
            *function == index && constants == texts && types.len() == tys.len() && types.iter().zip(tys).all(same)
        });
        if let Some((_, types, _)) = alike {
            for (a, b) in types.iter().zip(tys) {
                // They hold the same, so that there is a common type.
                let _ = join(a, b);
            }
        }
    }

    /// What tells a specialisation apart in every round of lowering.
    pub fn place_of(&self, index: usize, tys: &[Ty], spec: usize) -> Rc<str> {
        let text = |ty: &Ty| if is_function(ty) { format!("{ty:?}") } else { ty.without_extents().to_string() };
        let types: Vec<String> = tys.iter().map(text).collect();
        format!("{index}({}){:?}", types.join(", "), self.specs.list[spec].key.2).into()
    }
}

/// Whether a type is that of an object, or holds one.
fn holds_object(ty: &Ty) -> bool {
    match ty {
        Ty::Heap(_) => true,
        Ty::Tuple(items) | Ty::Callable(_, items) | Ty::OneOf(items) | Ty::Named(_, items) => {
            items.iter().any(holds_object)
        }
        Ty::Record(fields) => fields.iter().any(|(_, ty)| holds_object(ty)),
        Ty::Option(_, inner) => holds_object(inner),
        _ => false,
    }
}
