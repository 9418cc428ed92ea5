//! Abstract classes: those whose methods are not all written have no instances.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::ast::Name;
use crate::scope::classes::last_name;
use std::collections::BTreeSet;

impl Lowerer<'_> {
    /// A class whose methods are not all written has no instances.
    pub(super) fn refuse_abstract(&mut self, index: usize) -> Res<()> {
        let chain = self.class_chain(index);
        let is_open =
            |name: &&Name| self.find_method(index, name).is_some_and(|(function, _)| self.is_abstract(function));
        let names: BTreeSet<&Name> =
            chain.iter().flat_map(|class| self.class_info(*class).methods.keys()).filter(is_open).collect();
        if names.is_empty() || !chain.iter().any(|class| self.class_info(*class).traits.is_abstract) {
            return Ok(());
        }
        let plural = if names.len() == 1 { "" } else { "s" };
        let names: Vec<&str> = names.iter().map(|name| &***name).collect();
        let class = &self.class_info(index).def.name;
        let message =
            format!("Can't instantiate abstract class {class} with abstract method{plural} {}", names.join(", "));
        self.raise("TypeError", &message);
        Err(Stop::Never)
    }

    fn is_abstract(&self, function: usize) -> bool {
        let decorators = &self.program.functions[function].def.decorators;
        decorators.iter().any(|decorator| last_name(decorator) == Some("abstractmethod"))
    }
}
