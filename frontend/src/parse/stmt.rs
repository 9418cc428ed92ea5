//! Statements of the parser's tree -> statements of ours.

use super::expr::{binary_op, name};
use super::{Parser, span};
use crate::ast::{
    Class, ExceptionClass, Expr, ExprKind, For, Function, Handler, If, Param, ParamKind, Stmt, StmtKind, Try, While,
    With,
};
use ruff_python_ast as py;
use ruff_text_size::Ranged;
use std::rc::Rc;

impl Parser<'_> {
    pub(super) fn block(&mut self, body: &[py::Stmt]) -> Vec<Stmt> {
        body.iter().map(|stmt| self.stmt(stmt)).collect()
    }

    fn stmt(&mut self, stmt: &py::Stmt) -> Stmt {
        let at = span(stmt.range());
        let kind = self.deeper(at, |parser| parser.stmt_kind(stmt)).unwrap_or(StmtKind::Invalid);
        self.statement(at, kind)
    }

    fn stmt_kind(&mut self, stmt: &py::Stmt) -> StmtKind {
        match stmt {
            py::Stmt::Expr(inner) => StmtKind::Expr(self.expr(&inner.value)),
            py::Stmt::ClassDef(def) => match self.exception_class(def) {
                Some(kind) => kind,
                None => self.class(def),
            },
            py::Stmt::Assign(assign) if named_tuple(assign).is_some() => self.named_tuple(assign),
            py::Stmt::Assign(assign) => StmtKind::Assign(self.exprs(&assign.targets), self.expr(&assign.value)),
            py::Stmt::AugAssign(assign) => {
                StmtKind::AugAssign(self.expr(&assign.target), binary_op(assign.op), self.expr(&assign.value))
            }
            py::Stmt::AnnAssign(assign) => StmtKind::AnnAssign(
                self.expr(&assign.target),
                self.expr(&assign.annotation),
                assign.value.as_ref().map(|value| self.expr(value)),
            ),
            py::Stmt::If(branch) => self.if_stmt(branch),
            py::Stmt::While(inner) => StmtKind::While(While {
                test: self.expr(&inner.test),
                body: self.block(&inner.body),
                orelse: self.block(&inner.orelse),
            }),
            py::Stmt::For(inner) => self.for_stmt(inner),
            py::Stmt::Break(_) => StmtKind::Break,
            py::Stmt::Continue(_) => StmtKind::Continue,
            py::Stmt::Return(inner) => StmtKind::Return(inner.value.as_ref().map(|value| self.expr(value))),
            py::Stmt::Pass(_) => StmtKind::Pass,
            py::Stmt::Assert(inner) => {
                StmtKind::Assert(self.expr(&inner.test), inner.msg.as_ref().map(|msg| self.expr(msg)))
            }
            py::Stmt::Raise(inner) => StmtKind::Raise(
                inner.exc.as_ref().map(|exc| self.expr(exc)),
                inner.cause.as_ref().map(|cause| self.expr(cause)),
            ),
            py::Stmt::Try(inner) => self.try_stmt(inner),
            py::Stmt::With(inner) => self.with_stmt(inner),
            py::Stmt::Global(inner) => StmtKind::Global(inner.names.iter().map(name).collect()),
            py::Stmt::Nonlocal(inner) => StmtKind::Nonlocal(inner.names.iter().map(name).collect()),
            py::Stmt::Match(inner) => self.match_stmt(inner),
            py::Stmt::Delete(inner) => StmtKind::Delete(self.exprs(&inner.targets)),
            py::Stmt::FunctionDef(inner) => self.function(inner),
            py::Stmt::Import(inner) => self.import(inner),
            py::Stmt::ImportFrom(inner) => self.import_from(inner),
            other => self.unsupported_stmt(other),
        }
    }

    fn unsupported_stmt(&mut self, stmt: &py::Stmt) -> StmtKind {
        let (what, help) = match stmt {
            py::Stmt::TypeAlias(_) => ("`type` statements are", "write the type out"),
            _ => ("this statement is", "rewrite it in plain Python"),
        };
        self.refuse(span(stmt.range()), what, help);
        StmtKind::Invalid
    }

    fn if_stmt(&mut self, branch: &py::StmtIf) -> StmtKind {
        let test = self.expr(&branch.test);
        let body = self.block(&branch.body);
        let orelse = self.else_chain(&branch.elif_else_clauses);
        StmtKind::If(If { test, body, orelse })
    }

    fn else_chain(&mut self, clauses: &[py::ElifElseClause]) -> Vec<Stmt> {
        let Some((first, rest)) = clauses.split_first() else { return Vec::new() };
        let Some(test) = &first.test else { return self.block(&first.body) };
        let at = span(first.range());
        let kind = self.deeper(at, |parser| {
            let test = parser.expr(test);
            let body = parser.block(&first.body);
            StmtKind::If(If { test, body, orelse: parser.else_chain(rest) })
        });
        vec![self.statement(at, kind.unwrap_or(StmtKind::Invalid))]
    }

    fn for_stmt(&mut self, stmt: &py::StmtFor) -> StmtKind {
        if stmt.is_async {
            self.refuse(span(stmt.range), "`async for` is", "use a plain `for`");
        }
        StmtKind::For(For {
            target: self.expr(&stmt.target),
            iter: self.expr(&stmt.iter),
            body: self.block(&stmt.body),
            orelse: self.block(&stmt.orelse),
        })
    }

    fn try_stmt(&mut self, stmt: &py::StmtTry) -> StmtKind {
        if stmt.is_star {
            self.refuse(span(stmt.range), "`except*` is", "use a plain `except`");
        }
        let body = self.block(&stmt.body);
        let handlers = stmt.handlers.iter().map(|py::ExceptHandler::ExceptHandler(handler)| Handler {
            kind: handler.type_.as_ref().map(|kind| self.expr(kind)),
            name: handler.name.as_ref().map(name),
            span: span(handler.range),
            body: self.block(&handler.body),
        });
        StmtKind::Try(Try {
            body,
            handlers: handlers.collect(),
            orelse: self.block(&stmt.orelse),
            finalbody: self.block(&stmt.finalbody),
            guarded: self.id(),
        })
    }

    /// `with a, b: body` is `with a: with b: body`.
    fn with_stmt(&mut self, stmt: &py::StmtWith) -> StmtKind {
        if stmt.is_async {
            self.refuse(span(stmt.range), "`async with` is", "use a plain `with`");
        }
        let heads: Vec<_> = stmt.items.iter().map(|item| self.with_item(item)).collect();
        let mut body = self.block(&stmt.body);
        for (at, (context, target)) in heads.into_iter().enumerate().rev() {
            let kind = StmtKind::With(With { context, target, body });
            if at == 0 {
                return kind;
            }
            body = vec![self.statement(span(stmt.items[at].range), kind)];
        }
        StmtKind::Invalid
    }

    fn with_item(&mut self, item: &py::WithItem) -> (crate::ast::Expr, Option<crate::ast::Expr>) {
        (self.expr(&item.context_expr), item.optional_vars.as_ref().map(|target| self.expr(target)))
    }

    /// A class of exceptions: one base whose name says so, and a body that only documents.
    fn exception_class(&mut self, class: &py::StmtClassDef) -> Option<StmtKind> {
        let [base] = &*class.arguments.as_ref()?.args else { return None };
        let last = match base {
            py::Expr::Name(base) => base.id.as_str(),
            py::Expr::Attribute(base) => base.attr.id.as_str(),
            _ => return None,
        };
        let says_so = ["Error", "Exception", "Warning", "Exit"].iter().any(|end| last.ends_with(end));
        if !says_so || !class.body.iter().all(only_documents) {
            return None;
        }
        for decorator in &class.decorator_list {
            self.refuse(span(decorator.range), "decorators are", "write the class plainly");
        }
        let (name, base) = (name(&class.name), self.expr(base));
        if matches!(base.kind, ExprKind::Invalid) {
            return Some(StmtKind::Invalid);
        }
        Some(StmtKind::Exception(ExceptionClass { path: format!("exceptions.{name}"), name, base }))
    }

    fn function(&mut self, def: &py::StmtFunctionDef) -> StmtKind {
        if def.is_async {
            self.refuse(span(def.name.range), "`async def` is", "use a plain `def`");
        }
        let decorators = def.decorator_list.iter().map(|decorator| self.expr(&decorator.expression)).collect();
        self.definition(def, decorators)
    }

    fn definition(&mut self, def: &py::StmtFunctionDef, decorators: Vec<Expr>) -> StmtKind {
        let params = self.params(&def.parameters);
        let returns = def.returns.as_ref().map(|expr| self.expr(expr));
        StmtKind::Function(Rc::new(Function {
            name: name(&def.name),
            name_span: self.placed(span(def.name.range)),
            params,
            returns,
            body: self.block(&def.body),
            decorators,
            id: self.id(),
        }))
    }

    fn class(&mut self, def: &py::StmtClassDef) -> StmtKind {
        let (mut bases, mut keywords) = (Vec::new(), 0);
        if let Some(arguments) = &def.arguments {
            bases = self.exprs(&arguments.args);
            keywords = arguments.keywords.len();
        }
        if bases.len() > 1 || keywords > 0 {
            self.refuse(span(def.name.range), "several bases or arguments of a class are", "inherit from one class");
        }
        let decorators: Vec<Expr> = def.decorator_list.iter().map(|one| self.expr(&one.expression)).collect();
        for decorator in &decorators {
            let callee = if let ExprKind::Call(callee, _) = &decorator.kind { callee } else { decorator };
            if !matches!(crate::scope::classes::last_name(callee), Some("dataclass" | "total_ordering")) {
                self.refuse(decorator.span, "this decorator of a class is", "use `@dataclass` or `@total_ordering`");
            }
        }
        let mut body = Vec::new();
        for stmt in &def.body {
            body.push(match stmt {
                py::Stmt::FunctionDef(method) => {
                    let decorators = method.decorator_list.iter().map(|one| self.expr(&one.expression)).collect();
                    let kind = self.definition(method, decorators);
                    self.statement(span(method.range()), kind)
                }
                other => self.stmt(other),
            });
        }
        StmtKind::Class(Rc::new(Class {
            name: name(&def.name),
            name_span: self.placed(span(def.name.range)),
            bases,
            decorators,
            body,
            id: self.id(),
        }))
    }

    /// `P = namedtuple("P", "x y")` is a class with these fields.
    fn named_tuple(&mut self, assign: &py::StmtAssign) -> StmtKind {
        let Some((bound, fields)) = named_tuple(assign) else { return StmtKind::Invalid };
        let at = span(assign.range());
        let mut body = Vec::new();
        for field in fields {
            let target = self.node(at, ExprKind::Name(field.as_str().into()));
            let annotation = self.node(at, ExprKind::None);
            body.push(self.statement(at, StmtKind::AnnAssign(target, annotation, None)));
        }
        let base = self.node(at, ExprKind::Name("NamedTuple".into()));
        StmtKind::Class(Rc::new(Class {
            name: bound.into(),
            name_span: self.placed(at),
            bases: vec![base],
            decorators: Vec::new(),
            body,
            id: self.id(),
        }))
    }

    pub(super) fn params(&mut self, parameters: &py::Parameters) -> Vec<Param> {
        let mut params = Vec::new();
        for param in &parameters.posonlyargs {
            params.push(self.param(&param.parameter, &param.default, ParamKind::PositionalOnly));
        }
        for param in &parameters.args {
            params.push(self.param(&param.parameter, &param.default, ParamKind::Plain));
        }
        if let Some(rest) = &parameters.vararg {
            params.push(self.param(rest, &None, ParamKind::Rest));
        }
        for param in &parameters.kwonlyargs {
            params.push(self.param(&param.parameter, &param.default, ParamKind::KeywordOnly));
        }
        if let Some(keywords) = &parameters.kwarg {
            params.push(self.param(keywords, &None, ParamKind::Keywords));
        }
        params
    }

    fn param(&mut self, param: &py::Parameter, default: &Option<Box<py::Expr>>, kind: ParamKind) -> Param {
        Param {
            name: name(&param.name),
            span: self.placed(span(param.range)),
            annotation: param.annotation.as_ref().map(|expr| self.expr(expr)),
            default: default.as_ref().map(|expr| self.expr(expr)),
            kind,
        }
    }

    fn import(&mut self, import: &py::StmtImport) -> StmtKind {
        let mut names = Vec::new();
        for alias in &import.names {
            let path = alias.name.id.as_str();
            let at = self.placed(span(alias.range));
            if let Some(bound) = &alias.asname {
                names.push((name(bound), path.to_string(), at));
                continue;
            }
            let first = path.split('.').next().unwrap_or(path);
            names.push((first.into(), first.to_string(), at));
            if first != path {
                // The submodule is loaded too; nothing can read a name with a dot.
                names.push((path.into(), path.to_string(), at));
            }
        }
        StmtKind::Import(names)
    }

    fn import_from(&mut self, import: &py::StmtImportFrom) -> StmtKind {
        let module = import.module.as_ref().map_or("", |module| module.id.as_str());
        let dots = ".".repeat(import.level as usize);
        if module == "__future__" {
            return StmtKind::Pass;
        }
        let mut names = Vec::new();
        for alias in &import.names {
            if alias.name.id.as_str() == "*" {
                self.refuse(span(alias.range), "`import *` is", "import the names you use");
                continue;
            }
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            let from = if module.is_empty() { dots.clone() } else { format!("{dots}{module}.") };
            names.push((name(bound), format!("{from}{}", alias.name.id.as_str()), self.placed(span(alias.range))));
        }
        StmtKind::Import(names)
    }
}

/// The name and the fields of `P = namedtuple("P", ["x", "y"])`.
fn named_tuple(assign: &py::StmtAssign) -> Option<(String, Vec<String>)> {
    let ([py::Expr::Name(target)], py::Expr::Call(call)) = (assign.targets.as_slice(), &*assign.value) else {
        return None;
    };
    let callee = match &*call.func {
        py::Expr::Name(name) => name.id.as_str(),
        py::Expr::Attribute(access) => access.attr.id.as_str(),
        _ => return None,
    };
    let [py::Expr::StringLiteral(_), fields] = &*call.arguments.args else { return None };
    if callee != "namedtuple" || !call.arguments.keywords.is_empty() {
        return None;
    }
    let text = |expr: &py::Expr| match expr {
        py::Expr::StringLiteral(literal) => Some(literal.value.to_str().to_string()),
        _ => None,
    };
    let names = match fields {
        py::Expr::StringLiteral(literal) => {
            literal.value.to_str().replace(',', " ").split_whitespace().map(str::to_string).collect()
        }
        py::Expr::List(list) => list.elts.iter().map(text).collect::<Option<Vec<_>>>()?,
        py::Expr::Tuple(tuple) => tuple.elts.iter().map(text).collect::<Option<Vec<_>>>()?,
        _ => return None,
    };
    Some((target.id.as_str().to_string(), names))
}

/// `pass`, `...` or a text.
fn only_documents(stmt: &py::Stmt) -> bool {
    match stmt {
        py::Stmt::Pass(_) => true,
        py::Stmt::Expr(inner) => matches!(*inner.value, py::Expr::StringLiteral(_) | py::Expr::EllipsisLiteral(_)),
        _ => false,
    }
}
