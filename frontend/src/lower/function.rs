//! Functions: one specialisation for each signature they are called with.

use super::merge::{RESULT, RETURNED, flag};
use super::{Env, Flow, Frame, Lowered, Lowerer, Res};
use crate::ast::{Function, Name};
use crate::diagnostic::{Diagnostic, tidy};
use crate::source::Span;
use crate::types::{Absent, Ty, join};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Attr, Module, Op, Type, Value, function, walk_ops, walk_ops_mut};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Specialisations of one function that differ in extents alone, before extents are forgotten.
const MAX_EXTENTS: usize = 4;
/// Specialisations of one function.
pub(super) const MAX_SPECS: usize = 64;
/// Walks of a recursive function before its result type counts as unstable.
const MAX_WALKS: usize = 8;
/// Functions that may be under way at once.
const MAX_CALLS: usize = 48;

/// What tells specialisations apart: the function, its parameters' types, and constants that must be known.
type Key = (usize, Vec<Ty>, Vec<String>);

#[derive(Default)]
pub struct Specs<'a> {
    pub(super) list: Vec<Spec>,
    pub(super) by_key: HashMap<Key, usize>,
    in_progress: Vec<usize>,
    main: Option<(Op, String)>,
    marker: std::marker::PhantomData<&'a ()>,
}

pub(super) struct Spec {
    pub(super) key: Key,
    statics: Vec<Option<Val>>,
    pub(super) result: Ty,
    /// What a function of the prelude always gives, where that is a constant.
    pub(super) known: Option<Val>,
    /// A recursive call has relied on `result` while the body was walked.
    relied_on: bool,
    pub(super) done: bool,
    pub(super) public: bool,
    /// How code outside sees it, if it may.
    pub(super) exported: Option<super::export::Exported>,
    /// How a Python session sees it.
    pub(super) entered: Option<super::session::Entered>,
    pub(super) op: Option<Op>,
    diagnostics: Vec<Diagnostic>,
    typed: String,
}

/// An argument of a call.
#[derive(Clone)]
pub struct Passed {
    pub name: Option<Name>,
    pub val: Val,
    pub span: Span,
}

/// What the program may reach.
struct Reach {
    specs: HashSet<usize>,
    /// Bodies of `try`.
    bodies: BTreeSet<usize>,
    /// The first expression without a value.
    mark: Option<Span>,
}

impl<'a> Lowerer<'a> {
    /// Calls a function of the program.
    pub fn call_function(&mut self, index: usize, args: Vec<Passed>, span: Span) -> Res<Val> {
        let Some(held) = self.captured_here(index) else {
            let name = &self.program.functions[index].def.name;
            let message = format!("{name}() uses variables of a function that is not at hand here");
            return self.fail(span, message, "pass them as arguments, or keep them in the instance");
        };
        self.call_closure(index, &held, args, span)
    }

    /// Calls a function of the program that holds what it captures.
    pub fn call_closure(&mut self, index: usize, held: &[Val], args: Vec<Passed>, span: Span) -> Res<Val> {
        let info = &self.program.functions[index];
        let capture = |name: &Name| info.captures.iter().position(|other| other == name).and_then(|at| held.get(at));
        let defaults: Vec<(Name, Val)> =
            info.held_defaults().filter_map(|(param, hidden)| Some((param, capture(&hidden)?.clone()))).collect();
        let mut vals = self.bind_params(info.def, args, &defaults, span)?;
        vals.extend(held.iter().cloned());
        let mut passed = Vec::new();
        for (at, val) in vals.into_iter().enumerate() {
            let val = self.held_argument(val, at, span);
            let val = self.bound(val);
            match val.ty() {
                Some(Ty::Unknown) => return Err(super::emit::Stop::Reported),
                Some(Ty::Never) => return Err(super::emit::Stop::Never),
                Some(ty) => passed.push((val, ty)),
                None => {
                    let message = format!("a function cannot be passed {}", val.describe());
                    return self.fail(span, message, "pass numbers, arrays, strings, functions or tuples of them");
                }
            }
        }
        let spec = self.specialise(index, &mut passed, span)?;
        let (params, result) = (self.specs.list[spec].key.1.clone(), self.specs.list[spec].result.clone());
        let mut operands = Vec::new();
        for ((val, _), ty) in passed.iter().zip(&params) {
            operands.extend(self.coerce(val, ty));
        }
        operands.extend(self.depth_of_call(index));
        let results: Vec<Value> = result.leaves().into_iter().map(|ty| self.module.value(ty)).collect();
        self.effect("func.call", &operands, &[("callee", Attr::Symbol(symbol(spec)))]);
        if let Some(call) = self.frame.ops.last_mut() {
            call.results = results.clone();
        }
        match result {
            Ty::Never => {
                self.never_comes_back(spec);
                Err(super::emit::Stop::Never)
            }
            Ty::Unknown => {
                self.tell_of(spec);
                Err(super::emit::Stop::Reported)
            }
            ty => match self.specs.list[spec].known.clone() {
                Some(known) => Ok(known),
                None => Ok(self.rebuild(&ty, &mut results.into_iter())),
            },
        }
    }

    /// What is wrong with a function is told also where the call itself is not kept.
    fn tell_of(&mut self, spec: usize) {
        for found in self.specs.list[spec].diagnostics.clone() {
            if !self.diagnostics.contains(&found) {
                self.diagnostics.push(found);
            }
        }
    }

    /// A function that has been walked and has no result calls itself until an error ends it: the path ends here.
    fn never_comes_back(&mut self, spec: usize) {
        // What is wrong behind a call of the library that fails is told as well.
        if self.specs.list[spec].done && !self.is_prelude(self.specs.list[spec].key.0) {
            self.raise("RecursionError", "maximum recursion depth exceeded");
            self.frame.flow = Flow::Stops;
        }
    }

    /// The specialisation for these arguments, made when it is new.
    pub(super) fn specialise(&mut self, index: usize, passed: &mut [(Val, Ty)], span: Span) -> Res<usize> {
        let of_function = self.specs.list.iter().filter(|spec| spec.key.0 == index).count();
        if of_function >= self.most_specs(index) || self.specs.in_progress.len() >= MAX_CALLS {
            let message = "this function is called with too many different types";
            return self.fail(span, message, "call it with the same element types and ranks each time");
        }
        loop {
            let wanted = self.static_params.get(&index).cloned().unwrap_or_default();
            let mut statics = self.statics(index, &wanted, passed, span)?;
            self.prelude_statics(index, passed, &mut statics);
            let mut tys: Vec<Ty> = passed.iter().map(|(_, ty)| ty.clone()).collect();
            let texts: Vec<String> =
                statics.iter().map(|known| known.as_ref().map_or(String::new(), |val| format!("{val:?}"))).collect();
            if !self.specs.by_key.contains_key(&(index, tys.clone(), texts.clone())) && self.varies(index, &tys, &texts)
            {
                tys = tys.iter().map(Ty::without_extents).collect();
            }
            let key = (index, tys, texts);
            self.share_places(key.0, &key.1, &key.2);
            if let Some(&spec) = self.specs.by_key.get(&key) {
                self.specs.list[spec].relied_on |= !self.specs.list[spec].done;
                return Ok(spec);
            }
            let spec = self.new_spec(key, statics);
            self.walk_function(spec);
            if self.static_params.get(&index).cloned().unwrap_or_default() == wanted {
                return Ok(spec);
            }
            self.forget_specs(spec);
        }
    }

    /// Whether a function has been called with too many different extents.
    fn varies(&self, index: usize, tys: &[Ty], texts: &[String]) -> bool {
        let bare = |tys: &[Ty]| tys.iter().map(Ty::without_extents).collect::<Vec<_>>();
        let wanted = bare(tys);
        let alike = |spec: &&Spec| spec.key.0 == index && spec.key.2 == texts && bare(&spec.key.1) == wanted;
        self.specs.list.iter().filter(alike).count() >= MAX_EXTENTS
    }

    /// The constants passed for parameters that must be known when the program is compiled.
    fn statics(
        &mut self,
        index: usize,
        wanted: &BTreeSet<usize>,
        passed: &[(Val, Ty)],
        span: Span,
    ) -> Res<Vec<Option<Val>>> {
        let mut found = vec![None; passed.len()];
        for &at in wanted {
            let Some((val, _)) = passed.get(at) else { continue };
            let known =
                val.const_int().is_some() || val.const_text().is_some() || matches!(val, Val::Static(_) | Val::None);
            if !known {
                let def = self.program.functions[index].def;
                let captures = &self.program.functions[index].captures;
                let name = def.params.get(at).map_or_else(|| &captures[at - def.params.len()], |param| &param.name);
                let message = format!("the argument `{name}` of {}() must be a constant", def.name);
                return self.fail(span, message, "it decides a type or a shape in the function: write a literal here");
            }
            found[at] = Some(val.clone());
        }
        Ok(found)
    }

    pub(super) fn new_spec(&mut self, key: Key, statics: Vec<Option<Val>>) -> usize {
        let spec = self.specs.list.len();
        self.specs.by_key.insert(key.clone(), spec);
        self.specs.list.push(Spec {
            key,
            statics,
            result: Ty::Never,
            known: None,
            relied_on: false,
            done: false,
            public: false,
            exported: None,
            entered: None,
            op: None,
            diagnostics: Vec::new(),
            typed: String::new(),
        });
        spec
    }

    /// Drops specialisations from `first` on.
    fn forget_specs(&mut self, first: usize) {
        for spec in self.specs.list.drain(first..) {
            self.specs.by_key.remove(&spec.key);
        }
        self.loop_types.retain(|(spec, _), _| *spec <= first);
    }

    /// Walks a function until its result type is stable.
    fn walk_function(&mut self, spec: usize) {
        self.specs.in_progress.push(spec);
        let outer_diagnostics = std::mem::take(&mut self.diagnostics);
        for _ in 0..MAX_WALKS {
            self.diagnostics.clear();
            self.specs.list[spec].relied_on = false;
            let (op, result, typed) = self.walk_once(spec);
            let entry = &mut self.specs.list[spec];
            (entry.op, entry.typed) = (Some(op), typed);
            let joined = join(&entry.result, &result).unwrap_or(Ty::Unknown);
            let settled = joined == entry.result || !entry.relied_on;
            entry.result = joined;
            if settled {
                break;
            }
            self.forget_specs(spec + 1);
        }
        let entry = &self.specs.list[spec];
        let endless = entry.result == Ty::Never && entry.relied_on && !entry.op.as_ref().is_some_and(may_end);
        if endless && self.diagnostics.is_empty() {
            let def = self.program.functions[entry.key.0].def;
            let message = format!("the result type of {}() cannot be inferred: it always calls itself", def.name);
            self.report(def.name_span, message, "return a value on a path that does not recurse");
        }
        let found = std::mem::replace(&mut self.diagnostics, outer_diagnostics);
        let entry = &mut self.specs.list[spec];
        entry.diagnostics = found;
        entry.done = true;
        self.specs.in_progress.pop();
    }

    fn walk_once(&mut self, spec: usize) -> (Op, Ty, String) {
        let (index, tys) = (self.specs.list[spec].key.0, self.specs.list[spec].key.1.clone());
        let info = &self.program.functions[index];
        let site = self.site_of_call(index);
        let guarded = self.is_guarded();
        let outer = std::mem::replace(&mut self.frame, Frame::new(Some(index), &info.live, spec + 1));
        self.frame.at = info.def.name_span;
        self.frame.guarded = guarded;
        self.frame.site = site;
        self.frame.place = self.place_of(index, &tys, spec);
        let args = self.enter_params(spec, index, &tys);
        self.block(&info.def.body, &Default::default());
        let result = self.function_result();
        let ty = result.ty().unwrap_or(Ty::Unknown);
        self.specs.list[spec].known = self.known_result(index, &result);
        // A recursive walk may know more of the result than this one.
        let declared = join(&self.specs.list[spec].result, &ty).unwrap_or(Ty::Unknown);
        self.frame.at = info.def.name_span;
        let values = self.coerce(&result, &declared);
        self.effect("func.return", &values, &[]);
        let frame = std::mem::replace(&mut self.frame, outer);
        let typed = self.typed_text(info.def, &tys, &declared, &frame);
        let loc = self.loc_of(info.def.name_span);
        let op = function(&self.module, &symbol(spec), args, declared.leaves(), frame.ops, loc);
        (op, ty, typed)
    }

    fn enter_params(&mut self, spec: usize, index: usize, tys: &[Ty]) -> Vec<Value> {
        let info = &self.program.functions[index];
        let types: Vec<Type> = tys.iter().flat_map(Ty::leaves).collect();
        let mut args: Vec<Value> = types.into_iter().map(|ty| self.module.value(ty)).collect();
        let mut values = args.clone().into_iter();
        let names = info.def.params.iter().map(|param| &param.name).chain(&info.captures);
        let statics = self.specs.list[spec].statics.clone();
        let mut env = Env::new();
        for ((name, ty), known) in names.zip(tys).zip(statics) {
            let val = self.rebuild(ty, &mut values);
            env.insert(name.clone(), known.unwrap_or(val));
        }
        self.frame.env = env;
        args.extend(self.enter_depth(index));
        self.enter_cells(index, tys);
        args
    }

    /// What the function returns, all ways out considered.
    fn function_result(&mut self) -> Val {
        let val = self.frame.env.get(RESULT).cloned();
        match (self.frame.flow, flag(&self.frame.env, RETURNED)) {
            (Flow::Exits, _) | (_, Repr::Const(true)) => val.unwrap_or(Val::None),
            // It only raises, or what is wrong with it has been told.
            (Flow::Stops, _) if self.diagnostics.is_empty() => Val::Never,
            (Flow::Stops, _) => Val::Unknown,
            (Flow::Next, Repr::Const(false)) => Val::None,
            (Flow::Next, Repr::Value(returned)) => match val.unwrap_or(Val::None) {
                Val::None => Val::None,
                Val::Unknown => Val::Unknown,
                Val::Never => Val::Never,
                Val::Option { absent, present, inner } => {
                    let present = self.flag_value(&present);
                    let both = self.op("arith.andi", &[present, returned], Type::BOOL);
                    Val::Option { absent, present: Repr::Value(both), inner }
                }
                inner => Val::Option { absent: Absent::None, present: Repr::Value(returned), inner: Box::new(inner) },
            },
        }
    }

    fn typed_text(&self, def: &Function, tys: &[Ty], result: &Ty, frame: &Frame) -> String {
        let params: Vec<String> =
            def.params.iter().zip(tys).map(|(param, ty)| format!("{}: {ty}", param.name)).collect();
        let lines = frame.notes.lines(|at| self.source.line_column(at).0);
        if frame.site.is_some() {
            return String::new();
        }
        format!("def {}({}) -> {result}:\n{}\n", def.name, params.join(", "), lines.join("\n"))
    }

    /// Keeps the top level's ops until the module is put together.
    pub fn finish_main(&mut self, ops: Vec<Op>) {
        let loc = self.loc_of(Span::default());
        let op = function(&self.module, "__main__", Vec::new(), Vec::new(), ops, loc);
        let lines = self.frame.notes.lines(|at| self.source.line_column(at).0);
        self.specs.main = Some((op, format!("<module>:\n{}\n", lines.join("\n"))));
    }

    /// The module of everything reachable, and all diagnostics.
    pub fn finish(mut self) -> Lowered {
        let Reach { specs: reached, bodies, mark } = self.reachable();
        let names = self.final_names(&reached, &bodies);
        let untyped = reached.iter().copied().filter(|at| self.specs.list[*at].result == Ty::Unknown).min();
        let silent =
            self.diagnostics.is_empty() && reached.iter().all(|at| self.specs.list[*at].diagnostics.is_empty());
        let untyped = untyped.map(|at| {
            let def = self.program.functions[self.specs.list[at].key.0].def;
            let message = format!("the result type of {}() cannot be inferred", def.name);
            Diagnostic::new(
                self.source.of(def.name_span),
                def.name_span,
                message,
                "return values of one type on every path",
            )
        });
        let untyped = untyped.or(mark.map(|mark| self.unspoken(mark))).filter(|_| silent);
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        let mut typed = String::new();
        let mut module: Module = std::mem::take(&mut self.module);
        for (at, spec) in self.specs.list.into_iter().enumerate() {
            if !reached.contains(&at) {
                continue;
            }
            diagnostics.extend(spec.diagnostics);
            typed.push_str(&spec.typed);
            if let Some(mut op) = spec.op {
                op.attrs.insert("sym_name".into(), Attr::str(names[&symbol(at)].clone()));
                if let Some(exported) = spec.exported {
                    op.attrs.extend(exported.attrs());
                }
                if let Some(entered) = spec.entered {
                    op.attrs.extend(entered.attrs());
                }
                if !spec.public {
                    op.attrs.insert("sym_visibility".into(), Attr::str("private"));
                }
                module.ops.push(op);
            }
        }
        for (at, (_, mut op)) in self.bodies.into_iter().enumerate().filter(|(at, _)| bodies.contains(at)) {
            op.attrs.insert("sym_name".into(), Attr::str(names[&body_symbol(at)].clone()));
            op.attrs.insert("sym_visibility".into(), Attr::str("private"));
            module.ops.push(op);
        }
        for (op, text) in self.tops.lowered.into_iter().flatten() {
            module.ops.push(op);
            typed.push_str(&text);
        }
        if let Some((op, text)) = self.specs.main {
            module.ops.push(op);
            typed.push_str(&text);
        }
        walk_ops_mut(&mut module.ops, &mut |op| {
            if let Some(Attr::Symbol(callee)) = op.attrs.get_mut("callee")
                && let Some(name) = names.get(callee)
            {
                *callee = name.clone();
            }
        });
        Lowered { module, typed, diagnostics: tidy(diagnostics), untyped }
    }

    /// Specialisations and bodies of `try` that the program may reach.
    fn reachable(&self) -> Reach {
        let (mut bodies, mut mark) = (BTreeSet::new(), None);
        let mut reached: HashSet<usize> = (0..self.specs.list.len()).filter(|at| self.specs.list[*at].public).collect();
        let mut work: Vec<&Op> = reached.iter().filter_map(|at| self.specs.list[*at].op.as_ref()).collect();
        work.extend(self.specs.main.as_ref().map(|(op, _)| op));
        work.extend(self.tops.lowered.iter().flatten().map(|(op, _)| op));
        while let Some(op) = work.pop() {
            walk_ops(std::slice::from_ref(op), &mut |inner| {
                mark = mark.or_else(|| super::silence::marked(inner));
                let callee = inner.attr("callee").and_then(Attr::as_symbol);
                let body = callee.and_then(|name| name.strip_prefix(BODY)).and_then(|number| number.parse().ok());
                if let Some(at) = body
                    && bodies.insert(at)
                {
                    work.extend(self.bodies.get(at).map(|(_, op)| op));
                }
                let at = callee.and_then(|name| name.strip_prefix('%')).and_then(|number| number.parse::<usize>().ok());
                if let Some(at) = at
                    && reached.insert(at)
                {
                    work.extend(self.specs.list.get(at).and_then(|spec| spec.op.as_ref()));
                }
            });
        }
        Reach { specs: reached, bodies, mark }
    }

    /// `f` for the first specialisation of `f` (an exported one if there is one), `f.1` and so on for the others.
    fn final_names(&self, reached: &HashSet<usize>, bodies: &BTreeSet<usize>) -> HashMap<String, String> {
        let mut order: Vec<usize> = (0..self.specs.list.len()).filter(|at| reached.contains(at)).collect();
        order.sort_by_key(|at| (!self.specs.list[*at].public, *at));
        let mut counts: HashMap<Rc<str>, usize> = HashMap::new();
        let mut names = HashMap::new();
        for at in order {
            let base: Rc<str> =
                self.program.functions[self.specs.list[at].key.0].def.name.trim_matches(['<', '>']).into();
            let count = counts.entry(base.clone()).or_default();
            let name = if *count == 0 { base.to_string() } else { format!("{base}.{count}") };
            *count += 1;
            names.insert(symbol(at), name);
        }
        for (number, &at) in bodies.iter().enumerate() {
            names.insert(body_symbol(at), format!("{}.try.{number}", self.bodies[at].0));
        }
        names
    }
}

/// Whether a function without a result may end with an error of an index, or one that it raises.
fn may_end(function: &Op) -> bool {
    #[rustfmt::skip]
    const ENDS: &[&str] = &[
        "raise", "raise_args", "reraise", "try", "exit", "table_at", "table_ask", "table_take",
        "get_item", "set_item", "put", "take", "view",
    ];
    let mut found = false;
    walk_ops(std::slice::from_ref(function), &mut |op| found |= op.physl().is_some_and(|name| ENDS.contains(&name)));
    found
}

/// The symbol of a specialisation until the module is put together.
pub(super) fn symbol(spec: usize) -> String {
    format!("%{spec}")
}

/// What the symbols of bodies of `try` begin with until the module is put together.
const BODY: &str = "%try";

/// The symbol of the body of a `try`.
pub(super) fn body_symbol(at: usize) -> String {
    format!("{BODY}{at}")
}
