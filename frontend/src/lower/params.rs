//! Arguments of a call bound to the parameters of a function, as Python binds them.

use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Function, Name, Param, ParamKind};
use crate::source::Span;
use crate::value::Val;

/// What fills the parameters so far.
struct Slots {
    vals: Vec<Option<Val>>,
    /// What `*args` collects.
    rest: Vec<Val>,
    /// What `**kwargs` collects.
    keywords: Vec<(Name, Val)>,
    /// Arguments whose number is not known, the place they stand at, and the parameters that take them.
    star: Option<(Val, Span, Vec<usize>)>,
}

impl<'a> Lowerer<'a> {
    /// Arguments in the order of the parameters, defaults filled in; `held` are default values that the function's value holds.
    pub(super) fn bind_params(
        &mut self,
        def: &'a Function,
        args: Vec<Passed>,
        held: &[(Name, Val)],
        span: Span,
    ) -> Res<Vec<Val>> {
        let mut slots =
            Slots { vals: vec![None; def.params.len()], rest: Vec::new(), keywords: Vec::new(), star: None };
        self.check_count_given(def, &args, span)?;
        let mut positional = def.params.iter().enumerate().filter(|(_, param)| is_positional(param));
        for arg in args {
            match &arg.name {
                None => match positional.next() {
                    Some((slot, _)) => slots.vals[slot] = Some(arg.val),
                    None => slots.rest.push(arg.val),
                },
                Some(name) if &**name == super::call::STAR => {
                    let rest = def.params.iter().position(|param| param.kind == ParamKind::Rest);
                    let left: Vec<usize> = positional.by_ref().map(|(slot, _)| slot).collect();
                    match rest {
                        Some(rest) if left.is_empty() && slots.rest.is_empty() => slots.vals[rest] = Some(arg.val),
                        None if slots.star.is_none() && !left.is_empty() => {
                            slots.star = Some((arg.val, arg.span, left));
                        }
                        _ => return self.refuse_star(arg.span),
                    }
                }
                Some(name) => self.bind_keyword(def, &mut slots, name.clone(), arg)?,
            }
        }
        self.spread_star(def, &mut slots, held)?;
        self.check_missing(def, &slots, held, span)?;
        let mut vals = Vec::new();
        for (slot, param) in def.params.iter().enumerate() {
            let given = slots.vals[slot].take();
            vals.push(match (given, param.kind) {
                (Some(val), _) => val,
                (None, ParamKind::Rest) => Val::Tuple(std::mem::take(&mut slots.rest).into()),
                (None, ParamKind::Keywords) => Val::Record(std::mem::take(&mut slots.keywords).into()),
                (None, _) => self.default_of(def, param, held)?,
            });
        }
        Ok(vals)
    }

    /// Gives parameters their items of a star.
    fn spread_star(&mut self, def: &'a Function, slots: &mut Slots, held: &[(Name, Val)]) -> Res<()> {
        let Some((star, span, places)) = slots.star.take() else { return Ok(()) };
        let message = format!("{}() got another number of positional arguments than it takes", def.name);
        self.check_spread(&star, places.len(), &message);
        for (at, slot) in places.into_iter().enumerate() {
            if slots.vals[slot].is_some() {
                continue;
            }
            let param = &def.params[slot];
            let default = match param.default.is_some() || held.iter().any(|(name, _)| *name == param.name) {
                true => Some(self.default_of(def, param, held)?),
                false => None,
            };
            slots.vals[slot] = Some(self.spread(&star, at, default, &message, span));
        }
        Ok(())
    }

    fn bind_keyword(&mut self, def: &'a Function, slots: &mut Slots, name: Name, arg: Passed) -> Res<()> {
        let named = def.params.iter().position(|param| takes_keyword(param) && param.name == name);
        let Some(slot) = named else {
            if !def.params.iter().any(|param| param.kind == ParamKind::Keywords) {
                return self.unexpected_keyword(def, &name, arg.span);
            }
            if slots.keywords.iter().any(|(known, _)| *known == name) {
                let message = format!("{}() got multiple values for keyword argument '{name}'", def.name);
                return self.fail(arg.span, message, "pass it once");
            }
            slots.keywords.push((name, arg.val));
            return Ok(());
        };
        if slots.vals[slot].is_some() {
            let message = format!("{}() got multiple values for argument '{name}'", def.name);
            return self.fail(arg.span, message, self.signature_help(def));
        }
        slots.vals[slot] = Some(arg.val);
        Ok(())
    }

    fn unexpected_keyword<T>(&mut self, def: &Function, name: &Name, span: Span) -> Res<T> {
        let by_position = def.params.iter().any(|param| param.kind == ParamKind::PositionalOnly && param.name == *name);
        let message = match by_position {
            true => format!("{}() got some positional-only arguments passed as keyword arguments: '{name}'", def.name),
            false => format!("{}() got an unexpected keyword argument '{name}'", def.name),
        };
        self.fail(span, message, self.signature_help(def))
    }

    fn check_count_given(&mut self, def: &Function, args: &[Passed], span: Span) -> Res<()> {
        let most = def.params.iter().filter(|param| is_positional(param)).count();
        let given = args.iter().filter(|arg| arg.name.is_none()).count();
        if given <= most || def.params.iter().any(|param| param.kind == ParamKind::Rest) {
            return Ok(());
        }
        let least = def.params.iter().filter(|param| is_positional(param) && param.default.is_none()).count();
        let plural = if most == 1 { "" } else { "s" };
        let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
        let were = if given == 1 { "was" } else { "were" };
        let message = format!("{}() takes {takes} positional argument{plural} but {given} {were} given", def.name);
        self.fail(span, message, self.signature_help(def))
    }

    fn check_missing(&mut self, def: &Function, slots: &Slots, held: &[(Name, Val)], span: Span) -> Res<()> {
        let is_missing = |slot: usize, param: &Param| {
            let required = !matches!(param.kind, ParamKind::Rest | ParamKind::Keywords) && param.default.is_none();
            required && slots.vals[slot].is_none() && held.iter().all(|(name, _)| *name != param.name)
        };
        let missing: Vec<&Param> = def
            .params
            .iter()
            .enumerate()
            .filter(|(slot, param)| is_missing(*slot, param))
            .map(|(_, param)| param)
            .collect();
        let (positional, keyword): (Vec<&Param>, Vec<&Param>) =
            missing.into_iter().partition(|param| is_positional(param));
        for (kind, names) in [("positional", positional), ("keyword-only", keyword)] {
            if !names.is_empty() {
                let plural = if names.len() == 1 { "" } else { "s" };
                let count = names.len();
                let names: Vec<String> = names.iter().map(|param| format!("'{}'", param.name)).collect();
                let message =
                    format!("{}() missing {count} required {kind} argument{plural}: {}", def.name, listed(&names));
                return self.fail(span, message, self.signature_help(def));
            }
        }
        Ok(())
    }

    fn default_of(&mut self, def: &Function, param: &'a Param, held: &[(Name, Val)]) -> Res<Val> {
        if let Some((_, val)) = held.iter().find(|(name, _)| *name == param.name) {
            return Ok(val.clone());
        }
        match &param.default {
            Some(default) => self.default_value(def, &param.name, default),
            None => Err(super::emit::Stop::Reported),
        }
    }

    pub(super) fn signature_help(&self, def: &Function) -> String {
        format!("the function is `{}({})`", def.name, crate::print::parameter_names(&def.params))
    }
}

fn is_positional(param: &Param) -> bool {
    matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Plain)
}

fn takes_keyword(param: &Param) -> bool {
    matches!(param.kind, ParamKind::Plain | ParamKind::KeywordOnly)
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}
