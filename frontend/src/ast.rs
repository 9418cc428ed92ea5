//! Our syntax tree: the part of Python that we know, with a place and a number on every node.

use crate::source::Span;
use std::rc::Rc;

/// A name in the program.
pub type Name = Rc<str>;
/// The number of a node, unique in its file.
pub type NodeId = u32;

/// A whole file.
#[derive(Debug, Default)]
pub struct Module {
    pub body: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Stmt {
    pub id: NodeId,
    pub span: Span,
    pub kind: StmtKind,
}

#[derive(Debug)]
pub enum StmtKind {
    Expr(Expr),
    /// `a = b = value`.
    Assign(Vec<Expr>, Expr),
    AugAssign(Expr, BinOp, Expr),
    /// `target: annotation = value`.
    AnnAssign(Expr, Expr, Option<Expr>),
    If(If),
    While(While),
    For(For),
    Break,
    Continue,
    Return(Option<Expr>),
    Pass,
    Assert(Expr, Option<Expr>),
    /// `raise value from cause`.
    Raise(Option<Expr>, Option<Expr>),
    Try(Try),
    With(With),
    Exception(ExceptionClass),
    Global(Vec<Name>),
    Nonlocal(Vec<Name>),
    Delete(Vec<Expr>),
    Function(Rc<Function>),
    Class(Rc<Class>),
    /// `import path as name`: what the name stands for, dotted.
    Import(Vec<(Name, String, Span)>),
    /// Already reported; stands where something unsupported stood.
    Invalid,
}

#[derive(Debug)]
pub struct If {
    pub test: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
}

#[derive(Debug)]
pub struct While {
    pub test: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
}

#[derive(Debug)]
pub struct For {
    pub target: Expr,
    pub iter: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Class {
    pub name: Name,
    pub name_span: Span,
    pub bases: Vec<Expr>,
    pub decorators: Vec<Expr>,
    pub body: Vec<Stmt>,
    pub id: NodeId,
}

#[derive(Debug)]
pub struct Try {
    pub body: Vec<Stmt>,
    pub handlers: Vec<Handler>,
    pub orelse: Vec<Stmt>,
    pub finalbody: Vec<Stmt>,
    /// The number of all that `finally` guards.
    pub guarded: NodeId,
}

/// `except kind as name: body`.
#[derive(Debug)]
pub struct Handler {
    pub kind: Option<Expr>,
    pub name: Option<Name>,
    pub span: Span,
    pub body: Vec<Stmt>,
}

/// `with context as target: body`.
#[derive(Debug)]
pub struct With {
    pub context: Expr,
    pub target: Option<Expr>,
    pub body: Vec<Stmt>,
}

/// `class Name(Base): pass`, where the base is an exception.
#[derive(Debug)]
pub struct ExceptionClass {
    pub name: Name,
    pub base: Expr,
    /// `exceptions.Name`, by which the program's values name the class.
    pub path: String,
}

#[derive(Debug)]
pub struct Function {
    pub name: Name,
    pub name_span: Span,
    pub params: Vec<Param>,
    pub returns: Option<Expr>,
    pub body: Vec<Stmt>,
    pub id: NodeId,
    /// Outermost first.
    pub decorators: Vec<Expr>,
}

#[derive(Debug)]
pub struct Param {
    pub name: Name,
    pub span: Span,
    pub annotation: Option<Expr>,
    pub default: Option<Expr>,
    pub kind: ParamKind,
}

/// How arguments reach a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParamKind {
    PositionalOnly,
    /// By position or by keyword.
    Plain,
    /// `*args`: the positional arguments that are left.
    Rest,
    KeywordOnly,
    /// `**kwargs`: the keyword arguments that are left.
    Keywords,
}

#[derive(Debug)]
pub struct Expr {
    pub id: NodeId,
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Debug)]
pub enum ExprKind {
    Name(Name),
    Int(i64),
    Float(f64),
    /// An imaginary number.
    Imaginary(f64),
    Bool(bool),
    Str(Rc<str>),
    None,
    Ellipsis,
    FString(Vec<FPart>),
    Tuple(Vec<Expr>),
    List(Vec<Expr>),
    Starred(Box<Expr>),
    /// `**mapping` among the arguments of a call.
    Keywords(Box<Expr>),
    Lambda(Rc<Function>),
    Unary(UnaryOp, Box<Expr>),
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `a and b and c`, `a or b or c`.
    Logical(Logical, Vec<Expr>),
    /// `a < b <= c`.
    Compare(Box<Expr>, Vec<(CmpOp, Expr)>),
    Conditional {
        test: Box<Expr>,
        body: Box<Expr>,
        orelse: Box<Expr>,
    },
    Walrus(Name, Box<Expr>),
    Call(Box<Expr>, Vec<Arg>),
    Attribute(Box<Expr>, Name),
    Subscript(Box<Expr>, Box<Expr>),
    Slice(Option<Box<Expr>>, Option<Box<Expr>>, Option<Box<Expr>>),
    /// Keys and values; no key stands before the dict that `**` spreads.
    Dict(Vec<(Option<Expr>, Expr)>),
    Set(Vec<Expr>),
    /// A comprehension or a generator expression.
    Comprehension(Box<Comprehension>),
    /// Already reported.
    Invalid,
}

#[derive(Debug)]
pub struct Comprehension {
    /// The element, or the key of a dict.
    pub element: Expr,
    /// The value of a dict.
    pub value: Option<Expr>,
    pub clauses: Vec<Clause>,
    pub makes: Makes,
}

/// `for target in iter if condition if condition`.
#[derive(Debug)]
pub struct Clause {
    pub target: Expr,
    pub iter: Expr,
    pub conditions: Vec<Expr>,
}

/// What a comprehension makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Makes {
    List,
    Set,
    Dict,
    Generator,
}

#[derive(Debug)]
pub struct Arg {
    /// The keyword, or nothing for a positional argument.
    pub name: Option<Name>,
    pub value: Expr,
}

/// A piece of an f-string.
#[derive(Debug)]
pub enum FPart {
    Text(String),
    Value {
        value: Expr,
        conversion: Conversion,
        /// The format spec, itself made of pieces; `None` when there is none.
        spec: Option<Vec<FPart>>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    None,
    Str,
    Repr,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Logical {
    And,
    Or,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    Not,
    Neg,
    Pos,
    Invert,
}

impl UnaryOp {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            UnaryOp::Neg => "-",
            UnaryOp::Pos => "+",
            UnaryOp::Invert => "~",
            UnaryOp::Not => "not",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    And,
    Or,
    Xor,
    Shl,
    Shr,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

impl Function {
    /// The text that a function begins with.
    pub fn docstring(&self) -> Option<Rc<str>> {
        match &self.body.first()?.kind {
            StmtKind::Expr(Expr { kind: ExprKind::Str(text), .. }) => Some(text.clone()),
            _ => None,
        }
    }
}

impl BinOp {
    /// How Python spells it.
    pub fn symbol(self) -> &'static str {
        match self {
            BinOp::Add => "+",
            BinOp::Sub => "-",
            BinOp::Mul => "*",
            BinOp::Div => "/",
            BinOp::FloorDiv => "//",
            BinOp::Mod => "%",
            BinOp::Pow => "**",
            BinOp::MatMul => "@",
            BinOp::And => "&",
            BinOp::Or => "|",
            BinOp::Xor => "^",
            BinOp::Shl => "<<",
            BinOp::Shr => ">>",
        }
    }

    /// The map op of the op table that does it on arrays (`matmul` is a library op).
    pub fn op(self) -> &'static str {
        match self {
            BinOp::Add => "add",
            BinOp::Sub => "sub",
            BinOp::Mul => "mul",
            BinOp::Div => "div",
            BinOp::FloorDiv => "floordiv",
            BinOp::Mod => "mod",
            BinOp::Pow => "pow",
            BinOp::MatMul => "matmul",
            BinOp::And => "and",
            BinOp::Or => "or",
            BinOp::Xor => "xor",
            BinOp::Shl => "shl",
            BinOp::Shr => "shr",
        }
    }
}

impl CmpOp {
    /// How Python spells it.
    pub fn symbol(self) -> &'static str {
        match self {
            CmpOp::Eq => "==",
            CmpOp::Ne => "!=",
            CmpOp::Lt => "<",
            CmpOp::Le => "<=",
            CmpOp::Gt => ">",
            CmpOp::Ge => ">=",
            CmpOp::Is => "is",
            CmpOp::IsNot => "is not",
            CmpOp::In => "in",
            CmpOp::NotIn => "not in",
        }
    }
}
