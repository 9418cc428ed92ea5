//! Python text -> our syntax tree, with every syntax error and every unsupported construct reported.

mod expr;
mod fstring;
mod pattern;
mod stmt;
mod syntax;

use crate::ast::{Expr, ExprKind, Module, NodeId, Stmt, StmtKind};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};
use ruff_python_ast::PythonVersion;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

/// Deepest nesting of expressions and statements that later passes recurse into.
const MAX_DEPTH: u32 = 400;

/// Parses a file. The tree is complete but for nodes marked invalid, each of which has a diagnostic.
pub fn parse(source: &SourceFile) -> (Module, Vec<Diagnostic>) {
    let mut numbers = Numbers::default();
    parse_numbered(source, &mut numbers)
}

/// The number of the file that is parsed, and the last number given to a node.
#[derive(Default)]
pub struct Numbers {
    pub file: u16,
    pub node: NodeId,
}

/// Parses a file whose nodes are numbered on from those of the files before.
pub fn parse_numbered(source: &SourceFile, numbers: &mut Numbers) -> (Module, Vec<Diagnostic>) {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::latest());
    let parsed = parse_unchecked(&source.text, options);
    let mut parser = Parser { source, diagnostics: Vec::new(), next_id: numbers.node, file: numbers.file, depth: 0 };
    for fault in syntax::faults(source, &parsed) {
        parser.error(fault.span, fault.message, fault.help);
    }
    for error in parsed.unsupported_syntax_errors() {
        parser.error(
            span(error.range()),
            format!("invalid syntax: {error}"),
            "write it as older versions of Python do",
        );
    }
    if !parser.diagnostics.is_empty() {
        return (Module::default(), parser.diagnostics);
    }
    let body = match parsed.syntax() {
        ruff_python_ast::Mod::Module(module) => parser.block(&module.body),
        ruff_python_ast::Mod::Expression(_) => Vec::new(),
    };
    numbers.node = parser.next_id;
    (Module { body }, parser.diagnostics)
}

/// Parses one expression, such as the type of a parameter in `--sig`; `None` when it is none.
pub fn parse_expression(source: &SourceFile) -> Option<Expr> {
    let parsed = parse_unchecked(&source.text, ParseOptions::from(Mode::Expression));
    let mut parser = Parser { source, diagnostics: Vec::new(), next_id: 0, file: 0, depth: 0 };
    let ruff_python_ast::Mod::Expression(expression) = parsed.syntax() else { return None };
    if !syntax::faults(source, &parsed).is_empty() {
        return None;
    }
    let expr = parser.expr(&expression.body);
    parser.diagnostics.is_empty().then_some(expr)
}

struct Parser<'s> {
    source: &'s SourceFile,
    diagnostics: Vec<Diagnostic>,
    next_id: NodeId,
    file: u16,
    depth: u32,
}

impl Parser<'_> {
    #[track_caller]
    fn error(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(self.source, span, message, help));
    }

    fn id(&mut self) -> NodeId {
        self.next_id += 1;
        self.next_id
    }

    fn node(&mut self, span: Span, kind: ExprKind) -> Expr {
        Expr { id: self.id(), span: self.placed(span), kind }
    }

    fn statement(&mut self, span: Span, kind: StmtKind) -> Stmt {
        Stmt { id: self.id(), span: self.placed(span), kind }
    }

    /// A place in the file that is parsed.
    fn placed(&self, span: Span) -> Span {
        span.in_file(self.file)
    }

    /// Reports an unsupported expression.
    #[track_caller]
    fn refuse(&mut self, span: Span, what: &str, help: &str) -> ExprKind {
        self.error(span, format!("{what} not supported"), help);
        ExprKind::Invalid
    }

    /// What stands for an expression that the syntax errors speak of.
    fn told(&mut self, span: Span) -> ExprKind {
        if self.diagnostics.is_empty() {
            self.diagnostics.push(Diagnostic::ours(self.source, span, "this expression"));
        }
        ExprKind::Invalid
    }

    /// Runs `inner` one level deeper; reports and gives `None` past the limit.
    fn deeper<T>(&mut self, at: Span, inner: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            self.error(
                at,
                "the program is nested too deeply here",
                "split it with intermediate variables or functions",
            );
            return None;
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        Some(result)
    }
}

fn span(range: TextRange) -> Span {
    Span { file: 0, start: range.start().to_u32(), end: range.end().to_u32() }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
