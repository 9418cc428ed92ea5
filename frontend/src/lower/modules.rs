//! Modules beside the program: imports run them once, attributes read what they define.

use super::{Frame, Lowerer, Res};
use crate::ast::Name;
use crate::modules::Kind;
use crate::scope::{Global, Imported, Scope};
use crate::source::Span;
use crate::types::Static;
use crate::value::Val;
use phylanx_dialects::ir::{Attr, Op, Type, function};
use std::collections::BTreeSet;

/// Top levels of modules.
#[derive(Default)]
pub struct Tops {
    /// The function that each lowered one is, by number, and its part of the `typed` stage.
    pub lowered: Vec<Option<(Op, String)>>,
    started: BTreeSet<usize>,
    /// Those that have run wherever the program is now.
    ran: BTreeSet<usize>,
}

impl<'a> Lowerer<'a> {
    /// The number of the module whose code is being lowered.
    pub fn module_here(&self) -> usize {
        match self.frame.function {
            Some(index) => self.program.functions[index].module,
            None => self.frame.top,
        }
    }

    /// The names of the module whose code is being lowered.
    pub fn scope(&self) -> &'a Scope<'a> {
        &self.program.modules[self.module_here()]
    }

    /// The name in memory of a module-level variable.
    pub fn global_key(&self, module: usize, name: &Name) -> Name {
        match module {
            0 => name.clone(),
            _ => format!("{}.{name}", self.program.modules[module].name).into(),
        }
    }

    /// Runs the modules that an import names, as far as they have not run; gives what it names.
    pub fn imports(&mut self, path: &str, span: Span) -> Res<Val> {
        match self.program.imported(self.module_here(), path) {
            Imported::Module(module) | Imported::Item(module, _) => self.run_with_packages(module),
            Imported::Library if !crate::modules::is_ours(path) => {
                let root = path.split('.').next().unwrap_or(path);
                if root.is_empty() {
                    // A relative import that leads nowhere has been reported when the files were read.
                    return Err(super::emit::Stop::Reported);
                }
                let help =
                    format!("put `{root}.py` beside the program, or use numpy, math, sys, time, os and contextlib");
                return self.fail(span, format!("no module named `{root}` is known"), help);
            }
            Imported::Library => {}
        }
        self.imported(path, span)
    }

    /// What an imported path stands for.
    pub fn imported(&mut self, path: &str, span: Span) -> Res<Val> {
        match self.program.imported(self.module_here(), path) {
            Imported::Module(module) => Ok(Val::Static(Static::Module(module))),
            Imported::Item(module, item) => self.module_item(module, &item.into(), span),
            Imported::Library => Ok(super::stdlib::constant(path).unwrap_or_else(|| Val::path(path))),
        }
    }

    /// `module.name`.
    pub fn module_item(&mut self, module: usize, name: &Name, span: Span) -> Res<Val> {
        let program = self.program;
        let scope = &program.modules[module];
        match scope.globals.get(name).copied() {
            Some(Global::Function(index)) => Ok(Val::Static(Static::Function(index))),
            Some(Global::Class(index)) => Ok(Val::Static(Static::Class(index))),
            Some(Global::Constant(expr)) => self.try_expr(expr),
            Some(Global::Memory { .. }) => self.read_global(&self.global_key(module, name), span),
            Some(Global::Path(path)) => {
                let outer = (self.frame.function.take(), std::mem::replace(&mut self.frame.top, module));
                let val = self.imported(path, span);
                (self.frame.function, self.frame.top) = outer;
                val
            }
            None => match program.module_named(&format!("{}.{name}", scope.name)) {
                Some(inner) => Ok(Val::Static(Static::Module(inner))),
                None if &**name == "__name__" => Ok(Val::text(scope.name.clone())),
                None => {
                    let message = format!("module '{}' has no attribute '{name}'", scope.name);
                    self.fail(span, message, "define it at the top level of that file")
                }
            },
        }
    }

    /// Says at the start of the program that no module which may be imported later has run.
    pub fn clear_lazy(&mut self) {
        for module in self.program.lazy.clone() {
            let no = self.bool(false);
            let name = self.ran_flag(module);
            self.effect("physl.global_set", &[no], &[("name", name)]);
        }
    }

    fn ran_flag(&self, module: usize) -> Attr {
        Attr::str(format!("{}.%ran", self.program.modules[module].name))
    }

    fn run_with_packages(&mut self, module: usize) {
        let name = self.program.modules[module].name.clone();
        let outer = name.match_indices('.').filter_map(|(at, _)| self.program.module_named(&name[..at]));
        for module in outer.chain([module]).collect::<Vec<_>>() {
            self.run_module(module);
        }
    }

    fn run_module(&mut self, module: usize) {
        if self.program.modules[module].kind != Kind::Beside || self.tops.ran.contains(&module) {
            return;
        }
        self.lower_top(module);
        if !self.program.lazy.contains(&module) {
            self.tops.ran.insert(module);
            return self.call_top(module);
        }
        let name = self.ran_flag(module);
        let ran = self.op_with("physl.global_get", &[], Type::BOOL, &[("name", name.clone())]);
        let first = self.not(ran);
        self.when(first, |this| {
            let yes = this.bool(true);
            this.effect("physl.global_set", &[yes], &[("name", name)]);
            this.call_top(module);
        });
    }

    fn call_top(&mut self, module: usize) {
        let callee = top_symbol(&self.program.modules[module].name);
        self.effect("func.call", &[], &[("callee", Attr::Symbol(callee))]);
    }

    /// Lowers the top level of a module to a function, once.
    fn lower_top(&mut self, module: usize) {
        if !self.tops.started.insert(module) {
            return;
        }
        let program = self.program;
        let scope = &program.modules[module];
        let outer = std::mem::replace(&mut self.frame, Frame::new(None, &scope.live, 0));
        self.frame.top = module;
        self.frame.at = Span::default().in_file(module as u16);
        self.block(scope.body, &Default::default());
        self.effect("func.return", &[], &[]);
        let frame = std::mem::replace(&mut self.frame, outer);
        let symbol = top_symbol(&scope.name);
        let loc = self.loc_of(Span::default().in_file(module as u16));
        let mut op = function(&self.module, &symbol, Vec::new(), Vec::new(), frame.ops, loc);
        op.attrs.insert("sym_visibility".into(), Attr::str("private"));
        let lines = frame.notes.lines(|at| self.source.line_column(at).0);
        self.tops.lowered.push(Some((op, format!("<{}>:\n{}\n", scope.name, lines.join("\n")))));
    }
}

fn top_symbol(name: &str) -> String {
    format!("{name}.__main__")
}
