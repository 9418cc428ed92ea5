//! Expressions of the parser's tree -> expressions of ours.

use super::{Parser, span};
use crate::ast::{
    Arg, BinOp, Clause, CmpOp, Comprehension, Expr, ExprKind, Function, Logical, Makes, StmtKind, UnaryOp,
};
use ruff_python_ast as py;
use ruff_text_size::Ranged;
use std::rc::Rc;

impl Parser<'_> {
    pub(super) fn expr(&mut self, expr: &py::Expr) -> Expr {
        let at = span(expr.range());
        let kind = self.deeper(at, |parser| parser.expr_kind(expr)).unwrap_or(ExprKind::Invalid);
        self.node(at, kind)
    }

    fn boxed(&mut self, expr: &py::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    pub(super) fn exprs(&mut self, list: &[py::Expr]) -> Vec<Expr> {
        list.iter().map(|expr| self.expr(expr)).collect()
    }

    fn expr_kind(&mut self, expr: &py::Expr) -> ExprKind {
        match expr {
            py::Expr::Name(name) => ExprKind::Name(name.id.as_str().into()),
            py::Expr::NumberLiteral(number) => self.number(number),
            py::Expr::BooleanLiteral(literal) => ExprKind::Bool(literal.value),
            py::Expr::NoneLiteral(_) => ExprKind::None,
            py::Expr::EllipsisLiteral(_) => ExprKind::Ellipsis,
            py::Expr::StringLiteral(literal) => ExprKind::Str(literal.value.to_str().into()),
            py::Expr::FString(literal) => self.fstring(literal),
            py::Expr::Tuple(tuple) => ExprKind::Tuple(self.exprs(&tuple.elts)),
            py::Expr::List(list) => ExprKind::List(self.exprs(&list.elts)),
            py::Expr::Starred(starred) => ExprKind::Starred(self.boxed(&starred.value)),
            py::Expr::UnaryOp(op) => self.unary(op),
            py::Expr::BinOp(op) => {
                let left = self.boxed(&op.left);
                ExprKind::Binary(binary_op(op.op), left, self.boxed(&op.right))
            }
            py::Expr::BoolOp(op) => {
                let logical = if op.op == py::BoolOp::And { Logical::And } else { Logical::Or };
                ExprKind::Logical(logical, self.exprs(&op.values))
            }
            py::Expr::Compare(compare) => {
                let left = self.boxed(&compare.left);
                let ops = compare.ops.iter().copied().map(compare_op);
                ExprKind::Compare(left, ops.zip(self.exprs(&compare.comparators)).collect())
            }
            py::Expr::If(cond) => ExprKind::Conditional {
                test: self.boxed(&cond.test),
                body: self.boxed(&cond.body),
                orelse: self.boxed(&cond.orelse),
            },
            py::Expr::Named(named) => match &*named.target {
                py::Expr::Name(name) => ExprKind::Walrus(name.id.as_str().into(), self.boxed(&named.value)),
                target => self.told(span(target.range())),
            },
            py::Expr::Call(call) => self.call(call),
            py::Expr::Attribute(access) => {
                ExprKind::Attribute(self.boxed(&access.value), access.attr.id.as_str().into())
            }
            py::Expr::Subscript(subscript) => {
                ExprKind::Subscript(self.boxed(&subscript.value), self.boxed(&subscript.slice))
            }
            py::Expr::Slice(slice) => {
                let mut part = |expr: &Option<Box<py::Expr>>| expr.as_ref().map(|expr| self.boxed(expr));
                ExprKind::Slice(part(&slice.lower), part(&slice.upper), part(&slice.step))
            }
            py::Expr::ListComp(list) => self.comprehension(expr, (&list.elt, None), &list.generators, Makes::List),
            py::Expr::SetComp(set) => self.comprehension(expr, (&set.elt, None), &set.generators, Makes::Set),
            py::Expr::DictComp(dict) => match &dict.key {
                Some(key) => self.comprehension(expr, (key, Some(&dict.value)), &dict.generators, Makes::Dict),
                None => self.told(span(expr.range())),
            },
            py::Expr::Generator(generator) => {
                self.comprehension(expr, (&generator.elt, None), &generator.generators, Makes::Generator)
            }
            py::Expr::Set(set) => ExprKind::Set(self.exprs(&set.elts)),
            py::Expr::Dict(dict) => {
                let entry = |item: &py::DictItem| (item.key.as_ref().map(|key| self.expr(key)), self.expr(&item.value));
                ExprKind::Dict(dict.items.iter().map(entry).collect())
            }
            py::Expr::Lambda(lambda) => self.lambda(lambda),
            other => self.unsupported(other),
        }
    }

    fn unsupported(&mut self, expr: &py::Expr) -> ExprKind {
        let (what, help) = match expr {
            py::Expr::BytesLiteral(_) => ("byte strings are", "use a `str`"),
            py::Expr::TString(_) => ("template strings are", "use an f-string"),
            py::Expr::Await(_) => ("`await` is", "call the function directly"),
            py::Expr::Yield(_) | py::Expr::YieldFrom(_) => {
                ("generators (`yield`) are", "fill an array in a loop and return it")
            }
            _ => ("this expression is", "rewrite it with the operators and functions of NumPy"),
        };
        self.refuse(span(expr.range()), what, help)
    }

    fn number(&mut self, number: &py::ExprNumberLiteral) -> ExprKind {
        match &number.value {
            py::Number::Int(int) => match int.as_i64() {
                Some(value) => ExprKind::Int(value),
                None => {
                    self.error(
                        span(number.range),
                        "this integer does not fit in 64 bits",
                        "integers are limited to 64 bits; use a float such as 1e30",
                    );
                    ExprKind::Invalid
                }
            },
            py::Number::Float(value) => ExprKind::Float(*value),
            py::Number::Complex { imag, .. } => ExprKind::Imaginary(*imag),
        }
    }

    fn unary(&mut self, unary: &py::ExprUnaryOp) -> ExprKind {
        let op = match unary.op {
            py::UnaryOp::Not => UnaryOp::Not,
            py::UnaryOp::USub => UnaryOp::Neg,
            py::UnaryOp::UAdd => UnaryOp::Pos,
            py::UnaryOp::Invert => UnaryOp::Invert,
        };
        if let (UnaryOp::Neg, py::Expr::NumberLiteral(number)) = (op, &*unary.operand)
            && let py::Number::Int(int) = &number.value
            && int.as_u64() == Some(1 << 63)
        {
            return ExprKind::Int(i64::MIN);
        }
        ExprKind::Unary(op, self.boxed(&unary.operand))
    }

    fn call(&mut self, call: &py::ExprCall) -> ExprKind {
        let function = self.boxed(&call.func);
        let mut args = Vec::new();
        for value in &call.arguments.args {
            args.push(Arg { name: None, value: self.expr(value) });
        }
        for keyword in &call.arguments.keywords {
            let Some(name) = &keyword.arg else {
                let kind = ExprKind::Keywords(self.boxed(&keyword.value));
                args.push(Arg { name: None, value: self.node(span(keyword.range), kind) });
                continue;
            };
            args.push(Arg { name: Some(name.id.as_str().into()), value: self.expr(&keyword.value) });
        }
        ExprKind::Call(function, args)
    }

    /// A lambda expression is a function that returns its body.
    fn lambda(&mut self, lambda: &py::ExprLambda) -> ExprKind {
        let params = lambda.parameters.as_ref().map_or(Vec::new(), |params| self.params(params));
        let value = self.expr(&lambda.body);
        let body = vec![self.statement(value.span, StmtKind::Return(Some(value)))];
        ExprKind::Lambda(Rc::new(Function {
            name: "<lambda>".into(),
            name_span: self.placed(span(lambda.range)),
            params,
            returns: None,
            body,
            id: self.id(),
            decorators: Vec::new(),
        }))
    }

    fn comprehension(
        &mut self,
        whole: &py::Expr,
        (element, value): (&py::Expr, Option<&py::Expr>),
        generators: &[py::Comprehension],
        makes: Makes,
    ) -> ExprKind {
        if generators.iter().any(|generator| generator.is_async) {
            return self.refuse(span(whole.range()), "asynchronous comprehensions are", "use a plain `for`");
        }
        let clause = |this: &mut Self, generator: &py::Comprehension| Clause {
            target: this.expr(&generator.target),
            iter: this.expr(&generator.iter),
            conditions: this.exprs(&generator.ifs),
        };
        ExprKind::Comprehension(Box::new(Comprehension {
            element: self.expr(element),
            value: value.map(|value| self.expr(value)),
            clauses: generators.iter().map(|generator| clause(self, generator)).collect(),
            makes,
        }))
    }
}

/// A name as ours.
pub(super) fn name(identifier: &py::Identifier) -> Rc<str> {
    identifier.id.as_str().into()
}

pub(super) fn binary_op(op: py::Operator) -> BinOp {
    match op {
        py::Operator::Add => BinOp::Add,
        py::Operator::Sub => BinOp::Sub,
        py::Operator::Mult => BinOp::Mul,
        py::Operator::MatMult => BinOp::MatMul,
        py::Operator::Div => BinOp::Div,
        py::Operator::Mod => BinOp::Mod,
        py::Operator::Pow => BinOp::Pow,
        py::Operator::LShift => BinOp::Shl,
        py::Operator::RShift => BinOp::Shr,
        py::Operator::BitOr => BinOp::Or,
        py::Operator::BitXor => BinOp::Xor,
        py::Operator::BitAnd => BinOp::And,
        py::Operator::FloorDiv => BinOp::FloorDiv,
    }
}

fn compare_op(op: py::CmpOp) -> CmpOp {
    match op {
        py::CmpOp::Eq => CmpOp::Eq,
        py::CmpOp::NotEq => CmpOp::Ne,
        py::CmpOp::Lt => CmpOp::Lt,
        py::CmpOp::LtE => CmpOp::Le,
        py::CmpOp::Gt => CmpOp::Gt,
        py::CmpOp::GtE => CmpOp::Ge,
        py::CmpOp::Is => CmpOp::Is,
        py::CmpOp::IsNot => CmpOp::IsNot,
        py::CmpOp::In => CmpOp::In,
        py::CmpOp::NotIn => CmpOp::NotIn,
    }
}
