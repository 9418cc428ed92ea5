//! `match` -> a chain of `if`: each pattern is a test that binds names on its way.
//!
//! Before: `match v: case (0, y) if y > 1: a`
//! After: `if v is a sequence of 2 items and v[0] == 0 and (y := v[1]) is bound and y > 1: a`

use super::expr::name;
use super::{Parser, span};
use crate::ast::{Arg, CmpOp, Expr, ExprKind, If, Logical, Name, Stmt, StmtKind};
use crate::source::Span;
use ruff_python_ast as py;
use ruff_text_size::Ranged;

/// The function that gives `True` whatever it is given.
const BINDS: &str = ".binds";
/// Whether a value is a sequence of so many items, or of at least so many.
const IS_SEQUENCE: &str = ".is_sequence";

/// A part of the value that is matched: the variable that holds it, and the way from there.
#[derive(Clone)]
struct Subject {
    name: Name,
    way: Vec<Step>,
    at: Span,
}

#[derive(Clone)]
enum Step {
    Item(i64),
    Field(Name),
}

impl Subject {
    fn at(&self, step: Step, at: Span) -> Subject {
        let mut way = self.way.clone();
        way.push(step);
        Subject { name: self.name.clone(), way, at }
    }
}

impl Parser<'_> {
    pub(super) fn match_stmt(&mut self, stmt: &py::StmtMatch) -> StmtKind {
        let at = span(stmt.subject.range());
        let variable: Name = format!(".match{}", self.id()).into();
        let value = Box::new(self.expr(&stmt.subject));
        let held = self.node(at, ExprKind::Walrus(variable.clone(), value));
        let first = self.helper(BINDS, vec![held], at);
        let subject = Subject { name: variable, way: Vec::new(), at };
        self.cases(&subject, Some(first), &stmt.cases)
    }

    fn cases(&mut self, subject: &Subject, first: Option<Expr>, cases: &[py::MatchCase]) -> StmtKind {
        let Some((case, rest)) = cases.split_first() else { return StmtKind::Pass };
        let at = span(case.pattern.range());
        let mut tests: Vec<Expr> = first.into_iter().collect();
        self.pattern(&case.pattern, subject, &mut tests);
        if let Some(guard) = &case.guard {
            tests.push(self.expr(guard));
        }
        let test = self.all_of(tests, at);
        let body = self.block(&case.body);
        let orelse: Vec<Stmt> = match rest {
            [] => Vec::new(),
            rest => {
                let kind = self.deeper(at, |parser| parser.cases(subject, None, rest)).unwrap_or(StmtKind::Invalid);
                vec![self.statement(at, kind)]
            }
        };
        StmtKind::If(If { test, body, orelse })
    }

    fn all_of(&mut self, mut tests: Vec<Expr>, at: Span) -> Expr {
        match tests.len() {
            0 => self.node(at, ExprKind::Bool(true)),
            1 => tests.remove(0),
            _ => self.node(at, ExprKind::Logical(Logical::And, tests)),
        }
    }

    /// Adds the tests of a pattern, in order.
    fn pattern(&mut self, pattern: &py::Pattern, subject: &Subject, tests: &mut Vec<Expr>) {
        let at = span(pattern.range());
        match pattern {
            py::Pattern::MatchValue(inner) => {
                let value = self.expr(&inner.value);
                tests.push(self.comparison(subject, CmpOp::Eq, value, at));
            }
            py::Pattern::MatchSingleton(inner) => {
                let kind = match inner.value {
                    py::Singleton::None => ExprKind::None,
                    py::Singleton::True => ExprKind::Bool(true),
                    py::Singleton::False => ExprKind::Bool(false),
                };
                let value = self.node(at, kind);
                tests.push(self.comparison(subject, CmpOp::Is, value, at));
            }
            py::Pattern::MatchSequence(inner) => self.sequence_pattern(&inner.patterns, subject, at, tests),
            py::Pattern::MatchClass(inner) => self.class_pattern(inner, subject, tests),
            py::Pattern::MatchAs(inner) => {
                if let Some(pattern) = &inner.pattern {
                    self.pattern(pattern, subject, tests);
                }
                if let Some(bound) = &inner.name {
                    let value = self.part(subject);
                    tests.push(self.binding(name(bound), value, at));
                }
            }
            py::Pattern::MatchOr(inner) => {
                let choices = inner.patterns.iter().map(|choice| {
                    let mut parts = Vec::new();
                    self.pattern(choice, subject, &mut parts);
                    self.all_of(parts, at)
                });
                let choices = choices.collect();
                tests.push(self.node(at, ExprKind::Logical(Logical::Or, choices)));
            }
            py::Pattern::MatchMapping(_) | py::Pattern::MatchStar(_) => {
                let kind = self.refuse(at, "patterns of mappings are", "test `key in mapping` with `if`");
                tests.push(self.node(at, kind));
            }
        }
    }

    fn sequence_pattern(&mut self, patterns: &[py::Pattern], subject: &Subject, at: Span, tests: &mut Vec<Expr>) {
        let star = patterns.iter().position(|part| matches!(part, py::Pattern::MatchStar(_)));
        let least = (patterns.len() - usize::from(star.is_some())) as i64;
        let mut args = vec![self.part(subject), self.node(at, ExprKind::Int(least))];
        args.push(self.node(at, ExprKind::Bool(star.is_some())));
        tests.push(self.helper(IS_SEQUENCE, args, at));
        for (place, part) in patterns.iter().enumerate() {
            let after = (patterns.len() - place) as i64;
            match (part, star) {
                (py::Pattern::MatchStar(rest), _) => {
                    if let Some(bound) = &rest.name {
                        let value = self.middle(subject, place as i64, after - 1, at);
                        tests.push(self.binding(name(bound), value, at));
                    }
                }
                (part, Some(star)) if place > star => {
                    let item = subject.at(Step::Item(-after), span(part.range()));
                    self.pattern(part, &item, tests);
                }
                (part, _) => {
                    let item = subject.at(Step::Item(place as i64), span(part.range()));
                    self.pattern(part, &item, tests);
                }
            }
        }
    }

    /// `list(subject[first:len - last])`.
    fn middle(&mut self, subject: &Subject, first: i64, last: i64, at: Span) -> Expr {
        let base = Box::new(self.part(subject));
        let low = Box::new(self.node(at, ExprKind::Int(first)));
        let high = (last > 0).then(|| Box::new(self.node(at, ExprKind::Int(-last))));
        let slice = Box::new(self.node(at, ExprKind::Slice(Some(low), high, None)));
        let part = self.node(at, ExprKind::Subscript(base, slice));
        self.helper("list", vec![part], at)
    }

    /// `Class(a, key=b)`: of a built-in type, one positional pattern matches the value itself.
    fn class_pattern(&mut self, pattern: &py::PatternMatchClass, subject: &Subject, tests: &mut Vec<Expr>) {
        let at = span(pattern.range);
        let args = vec![self.part(subject), self.expr(&pattern.cls)];
        tests.push(self.helper("isinstance", args, at));
        let built_in = matches!(&*pattern.cls, py::Expr::Name(cls)
            if matches!(cls.id.as_str(), "int" | "float" | "str" | "bool" | "list" | "tuple" | "dict" | "set" | "bytes"));
        match &*pattern.arguments.patterns {
            [] => {}
            [only] if built_in => self.pattern(only, subject, tests),
            _ => {
                let kind = self.refuse(at, "positional patterns of a class are", "name each field: `Point(x=0, y=b)`");
                tests.push(self.node(at, kind));
            }
        }
        for keyword in &pattern.arguments.keywords {
            let field = subject.at(Step::Field(name(&keyword.attr)), span(keyword.range));
            self.pattern(&keyword.pattern, &field, tests);
        }
    }

    /// The part of the value that a subject stands for, as an expression.
    fn part(&mut self, subject: &Subject) -> Expr {
        let at = subject.at;
        let mut expr = self.node(at, ExprKind::Name(subject.name.clone()));
        for step in &subject.way {
            let base = Box::new(expr);
            expr = match step {
                Step::Item(place) => {
                    let index = Box::new(self.node(at, ExprKind::Int(*place)));
                    self.node(at, ExprKind::Subscript(base, index))
                }
                Step::Field(field) => self.node(at, ExprKind::Attribute(base, field.clone())),
            };
        }
        expr
    }

    fn comparison(&mut self, subject: &Subject, op: CmpOp, value: Expr, at: Span) -> Expr {
        let part = Box::new(self.part(subject));
        self.node(at, ExprKind::Compare(part, vec![(op, value)]))
    }

    fn binding(&mut self, bound: Name, value: Expr, at: Span) -> Expr {
        let walrus = self.node(at, ExprKind::Walrus(bound, Box::new(value)));
        self.helper(BINDS, vec![walrus], at)
    }

    fn helper(&mut self, function: &str, args: Vec<Expr>, at: Span) -> Expr {
        let callee = Box::new(self.node(at, ExprKind::Name(function.into())));
        let args = args.into_iter().map(|value| Arg { name: None, value }).collect();
        self.node(at, ExprKind::Call(callee, args))
    }
}
