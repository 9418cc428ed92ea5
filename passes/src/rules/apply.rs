//! From rules to rewrites of the e-graph: search by pattern, check conditions and types, then build the right side.

use super::Rule;
use super::attribute::call;
use super::pattern::{AttrPattern, Number, Pattern, Rest, attribute_names};
use crate::context::FloatLevel;
use crate::egraph::analysis::{Facts, Graph, node_data};
use crate::egraph::exact::{is_exact, is_normal};
use crate::egraph::explain::Use;
use crate::egraph::info::{Data, Form, Info};
use crate::egraph::language::{AttrValue, Const, Head, Node, has_pack, is_float, is_int, takes_scalar};
use egg::{Applier, ENodeOrVar, Id, Language, PatternAst, RecExpr, Rewrite, Subst, Symbol, Var};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ops::{Class, OPS, OpRow, find};

/// The rewrite of a rule.
///
/// # Errors
/// The name of a rule that egg refuses.
pub fn rewrite(rule: &Rule) -> Result<Rewrite<Node, Facts>, String> {
    let mut left = Left::default();
    left.pattern(&rule.from, None);
    let kept = rule.to.variables();
    let dropped =
        rule.from.variables().into_iter().filter(|name| !kept.contains(name)).map(|name| variable(&name)).collect();
    let pattern = egg::Pattern::new(left.ast.clone());
    let vars = rule.from.variables().into_iter().map(|name| (variable(&name), name)).collect();
    let moves = [&rule.from, &rule.to].into_iter().all(only_moves);
    let build = Build { rule: rule.clone(), left: left.ast, vars, numbers: left.numbers, dropped, moves };
    Rewrite::new(rule.name.clone(), pattern, build)
}

/// Whether a pattern is made of ops that leave elements as they are. Rules about numbers are stated, and tested, for real ones.
fn only_moves(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Var(_) => true,
        Pattern::Number(_) => false,
        Pattern::Op { row, operands, .. } => {
            let moves = row.class == Class::View || matches!(row.name, "copy" | "cast" | "from_scalar" | "item");
            moves && operands.iter().all(only_moves)
        }
    }
}

fn variable(name: &str) -> Var {
    Var::from(Symbol::from(format!("?{name}")))
}

/// The left side as egg sees it: literals become variables with a condition.
#[derive(Default)]
struct Left {
    ast: RecExpr<ENodeOrVar<Node>>,
    numbers: Vec<Literal>,
    wildcards: usize,
}

/// A literal of the left side.
#[derive(Clone)]
struct Literal {
    var: Var,
    number: Number,
    /// Under a map op a uniform array is as good as a scalar: the shapes are compared afterwards.
    any_rank: bool,
}

impl Left {
    fn pattern(&mut self, pattern: &Pattern, parent: Option<&OpRow>) -> Id {
        match pattern {
            Pattern::Var(name) => self.ast.add(ENodeOrVar::Var(variable(name))),
            Pattern::Number(number) => {
                let var = self.wildcard();
                let any_rank = parent.is_some_and(|row| row.class == Class::Map);
                self.numbers.push(Literal { var, number: *number, any_rank });
                self.ast.add(ENodeOrVar::Var(var))
            }
            Pattern::Op { row, operands, rest, attrs } => {
                let mut children: Vec<Id> = operands.iter().map(|operand| self.pattern(operand, Some(row))).collect();
                children.extend(self.rest(rest));
                children.extend(attrs.iter().map(|attr| self.attribute(attr.as_ref())));
                self.ast.add(ENodeOrVar::ENode(Node::op(row, children)))
            }
        }
    }

    fn rest(&mut self, rest: &Rest) -> Option<Id> {
        match rest {
            Rest::Nothing => None,
            Rest::Var(name) => Some(self.ast.add(ENodeOrVar::Var(variable(name)))),
            Rest::Each(parts) => {
                let children = parts.iter().map(|part| self.pattern(part, None)).collect();
                Some(self.ast.add(ENodeOrVar::ENode(Node { head: Head::Pack, children })))
            }
        }
    }

    fn attribute(&mut self, attr: Option<&AttrPattern>) -> Id {
        let node = match attr {
            Some(AttrPattern::Var(name)) => ENodeOrVar::Var(variable(name)),
            Some(AttrPattern::Literal(value)) => ENodeOrVar::ENode(Node::attr(value.clone())),
            _ => ENodeOrVar::Var(self.wildcard()),
        };
        self.ast.add(node)
    }

    fn wildcard(&mut self) -> Var {
        self.wildcards += 1;
        variable(&format!("_{}", self.wildcards))
    }
}

struct Build {
    rule: Rule,
    left: PatternAst<Node>,
    /// Variables of the left side as egg knows them.
    vars: Vec<(Var, String)>,
    numbers: Vec<Literal>,
    /// Variables that the right side does not have: what they stand for must not be able to fail.
    dropped: Vec<Var>,
    /// Whether both sides only move elements, so that the rule holds for complex ones too.
    moves: bool,
}

/// A node of the right side before it is added.
struct Planned {
    data: Data,
    node: Part,
}

enum Part {
    There(Id),
    New(Head, Vec<Planned>),
}

impl Applier<Node, Facts> for Build {
    fn apply_one(
        &self,
        graph: &mut Graph,
        class: Id,
        subst: &Subst,
        _: Option<&PatternAst<Node>>,
        name: Symbol,
    ) -> Vec<Id> {
        if !self.applies(graph, subst) {
            return Vec::new();
        }
        if self.existing(graph, subst, &self.rule.to).is_some_and(|made| graph.find(made) == graph.find(class)) {
            return Vec::new();
        }
        let Data::Value(left) = graph[class].data.clone() else { return Vec::new() };
        if !self.moves && (is_complex(left.dtype) || self.on_complex(graph, subst)) {
            return Vec::new();
        }
        let rounds = self.rule.level != FloatLevel::Strict && is_float(left.dtype);
        if rounds && !self.may_round(graph, subst) {
            return Vec::new();
        }
        let Some(planned) = self.plan(graph, subst, &self.rule.to, left.dtype) else { return Vec::new() };
        let Data::Value(right) = &planned.data else { return Vec::new() };
        // Where the left side may stop the program the right side must too, or an error would be lost.
        let loses_an_error = left.may_fail && !right.may_fail;
        let wrong_constant = rounds && !self.constants_are_exact(&planned);
        if loses_an_error || wrong_constant || !right.same_type(&left, &graph.analysis.extents) {
            return Vec::new();
        }
        let mut built = Vec::new();
        let made = add(graph, planned, &mut built);
        if !graph.union_trusted(class, made, name) {
            return Vec::new();
        }
        graph.analysis.uses.push(Use { rule: self.rule.name.clone(), class, built });
        vec![made]
    }
}

/// Adds what was planned and notes the nodes that are ops.
fn add(graph: &mut Graph, planned: Planned, built: &mut Vec<Node>) -> Id {
    match planned.node {
        Part::There(id) => id,
        Part::New(head, parts) => {
            let children = parts.into_iter().map(|part| add(graph, part, built)).collect();
            let node = Node { head, children };
            if node.row().is_some() {
                built.push(node.clone());
            }
            graph.add(node)
        }
    }
}

impl Build {
    /// Whether a variable stands for complex numbers.
    fn on_complex(&self, graph: &Graph, subst: &Subst) -> bool {
        let data = |var: &Var| subst.get(*var).map(|id| &graph[*id].data);
        self.vars.iter().any(|(var, _)| matches!(data(var), Some(Data::Value(info)) if is_complex(info.dtype)))
    }

    fn bound(&self, subst: &Subst, name: &str) -> Option<Id> {
        let (var, _) = self.vars.iter().find(|(_, known)| known == name)?;
        subst.get(*var).copied()
    }

    fn applies(&self, graph: &Graph, subst: &Subst) -> bool {
        let extents = &graph.analysis.extents;
        let lookup = |name: &str| self.bound(subst, name).map(|id| &graph[id].data);
        let data = |var: &Var| subst.get(*var).map(|id| &graph[*id].data);
        self.numbers.iter().all(|literal| data(&literal.var).is_some_and(|data| literal_matches(literal, data)))
            && self.rule.conditions.iter().all(|condition| condition.holds(lookup, extents))
            && self.dropped.iter().all(|var| data(var).is_some_and(safe))
    }

    /// Whether a rule that holds up to rounding may be used on a match: it saves work on arrays, so one that has none stays as it was
    /// written; and no op of the left side is a known float, whose value was rounded when the program's own constants were folded.
    fn may_round(&self, graph: &Graph, subst: &Subst) -> bool {
        let is_array = |var: Var| match subst.get(var).map(|id| &graph[*id].data) {
            Some(Data::Value(info)) => info.form == Form::Tensor && !info.dims.is_empty(),
            _ => false,
        };
        let on_arrays = self.vars.iter().any(|(var, _)| is_array(*var));
        (on_arrays || self.rule.level == FloatLevel::Fast) && self.looks_into_no_constant(graph, subst)
    }

    fn looks_into_no_constant(&self, graph: &Graph, subst: &Subst) -> bool {
        let mut ids: Vec<Id> = Vec::with_capacity(self.left.as_ref().len());
        for part in self.left.as_ref() {
            let id = match part {
                ENodeOrVar::Var(var) => subst.get(*var).copied(),
                // A node that is not found stands under a class that grew in this round; the next round finds it.
                ENodeOrVar::ENode(node) => graph.lookup(node.clone().map_children(|at| ids[usize::from(at)])),
            };
            let Some(id) = id else { return false };
            let is_op = matches!(part, ENodeOrVar::ENode(node) if node.row().is_some());
            if is_op && matches!(&graph[id].data, Data::Value(info) if info.fill.is_some() && is_float(info.dtype)) {
                return false;
            }
            ids.push(id);
        }
        true
    }

    /// Whether all constants that the right side makes of constants are exact. A quotient that `@fast` turns into a product needs
    /// the reciprocal of its divisor: that one may round, as what is made of it may not round again.
    fn constants_are_exact(&self, planned: &Planned) -> bool {
        let (Part::New(head, parts), Data::Value(info)) = (&planned.node, &planned.data) else { return true };
        let below = parts.iter().all(|part| self.constants_are_exact(part));
        let (Head::Op(at), Some(value)) = (head, info.fill) else { return below };
        let row = &OPS[usize::from(*at)];
        let rounded_once = self.rule.level == FloatLevel::Fast && row.name == "reciprocal" && is_normal(value);
        below && (row.class != Class::Map || rounded_once || folds_exactly(row, parts, value))
    }

    /// The right side if it is all there already; `None` too where finding out takes facts.
    fn existing(&self, graph: &Graph, subst: &Subst, pattern: &Pattern) -> Option<Id> {
        let (row, operands, rest, attrs) = match pattern {
            Pattern::Var(name) => return self.bound(subst, name),
            Pattern::Number(_) => return None,
            Pattern::Op { row, operands, rest, attrs } => (row, operands, rest, attrs),
        };
        let mut children = Vec::with_capacity(operands.len() + attrs.len() + 1);
        for operand in operands {
            children.push(self.existing(graph, subst, operand)?);
        }
        match rest {
            Rest::Nothing => {}
            Rest::Var(name) => children.push(self.bound(subst, name)?),
            Rest::Each(_) => return None,
        }
        for attr in attrs {
            children.push(match attr.as_ref()? {
                AttrPattern::Var(name) => self.bound(subst, name)?,
                AttrPattern::Literal(value) => graph.lookup(Node::attr(value.clone()))?,
                AttrPattern::Function(..) => return None,
            });
        }
        graph.lookup(Node::op(row, children))
    }

    fn plan(&self, graph: &mut Graph, subst: &Subst, pattern: &Pattern, near: DType) -> Option<Planned> {
        match pattern {
            Pattern::Var(name) => there(graph, self.bound(subst, name)?),
            Pattern::Number(number) => {
                let value = number_as(*number, near)?;
                let scalar = new(graph, Head::Const(value), Vec::new())?;
                new(graph, Node::op(find("from_scalar")?, Vec::new()).head, vec![scalar])
            }
            Pattern::Op { row, operands, rest, attrs } => {
                let mut parts = self.operands(graph, subst, row, operands, near)?;
                if has_pack(row) {
                    parts.push(self.pack(graph, subst, rest)?);
                }
                for (attr, _) in attrs.iter().zip(attribute_names(row)) {
                    let value = self.attribute(graph, subst, attr.as_ref()?)?;
                    parts.push(new(graph, Node::attr(value).head, Vec::new())?);
                }
                new(graph, Node::op(row, Vec::new()).head, parts)
            }
        }
    }

    /// Operands of an op; bare numbers take the element type of the others.
    fn operands(
        &self,
        graph: &mut Graph,
        subst: &Subst,
        row: &OpRow,
        operands: &[Pattern],
        near: DType,
    ) -> Option<Vec<Planned>> {
        let mut parts: Vec<Option<Planned>> = Vec::with_capacity(operands.len());
        for operand in operands {
            parts.push(match operand {
                Pattern::Number(_) => None,
                other => Some(self.plan(graph, subst, other, near)?),
            });
        }
        let typed = parts.iter().rev().flatten().find_map(|part| match &part.data {
            Data::Value(info) => Some(info.dtype),
            _ => None,
        });
        let dtype = typed.unwrap_or(near);
        let filled = parts.into_iter().zip(operands).enumerate().map(|(at, (part, operand))| match (part, operand) {
            (Some(part), _) => Some(part),
            (None, Pattern::Number(number)) if takes_scalar(row, at) => {
                new(graph, Head::Const(number_as(*number, DType::I64)?), Vec::new())
            }
            (None, _) => self.plan(graph, subst, operand, dtype),
        });
        filled.collect()
    }

    fn pack(&self, graph: &mut Graph, subst: &Subst, rest: &Rest) -> Option<Planned> {
        match rest {
            Rest::Nothing => None,
            Rest::Var(name) => there(graph, self.bound(subst, name)?),
            Rest::Each(parts) => {
                let parts: Option<Vec<Planned>> = parts
                    .iter()
                    .map(|part| match part {
                        Pattern::Number(number) => new(graph, Head::Const(number_as(*number, DType::I64)?), Vec::new()),
                        other => self.plan(graph, subst, other, DType::I64),
                    })
                    .collect();
                new(graph, Head::Pack, parts?)
            }
        }
    }

    fn attribute(&self, graph: &Graph, subst: &Subst, attr: &AttrPattern) -> Option<AttrValue> {
        let lookup = |name: &str| self.bound(subst, name).map(|id| &graph[id].data);
        attribute_value(attr, &lookup)
    }
}

/// The value of an attribute of a right side.
pub fn attribute_value<'d>(attr: &AttrPattern, lookup: &impl Fn(&str) -> Option<&'d Data>) -> Option<AttrValue> {
    match attr {
        AttrPattern::Literal(value) => Some(value.clone()),
        AttrPattern::Var(name) => match lookup(name)? {
            Data::Attr(value) => Some((**value).clone()),
            _ => None,
        },
        AttrPattern::Function(name, args) => {
            let args: Option<Vec<Data>> = args
                .iter()
                .map(|arg| match arg {
                    AttrPattern::Var(name) => lookup(name).cloned(),
                    other => attribute_value(other, lookup).map(|value| Data::Attr(value.into())),
                })
                .collect();
            call(name, &args?)
        }
    }
}

fn folds_exactly(row: &OpRow, parts: &[Planned], value: Const) -> bool {
    let fills = parts.iter().filter_map(|part| match &part.data {
        Data::Value(info) => Some(info.fill),
        _ => None,
    });
    fills.collect::<Option<Vec<Const>>>().is_some_and(|operands| is_exact(row, &operands, value))
}

fn there(graph: &Graph, id: Id) -> Option<Planned> {
    Some(Planned { data: graph[id].data.clone(), node: Part::There(id) })
}

fn new(graph: &mut Graph, head: Head, parts: Vec<Planned>) -> Option<Planned> {
    let children: Vec<&Data> = parts.iter().map(|part| &part.data).collect();
    let node = Node { head, children: Vec::new() };
    let data = node_data(&mut graph.analysis, &node, &children)?;
    Some(Planned { data, node: Part::New(node.head, parts) })
}

/// Whether computing what a variable stands for cannot fail.
fn safe(data: &Data) -> bool {
    match data {
        Data::Attr(_) => true,
        Data::Pack(infos) => infos.iter().all(|info| !info.may_fail),
        Data::Value(info) => !info.may_fail,
    }
}

fn literal_matches(literal: &Literal, data: &Data) -> bool {
    let Data::Value(Info { fill: Some(fill), form, dims, may_fail, .. }) = data else { return false };
    let placed = *form == Form::Scalar || dims.is_empty() || literal.any_rank;
    placed && !may_fail && number_as(literal.number, fill.dtype).is_some_and(|wanted| wanted.same(*fill))
}

/// A literal with an element type; `None` where it has no exact meaning there.
pub fn number_as(number: Number, dtype: DType) -> Option<Const> {
    match number {
        Number::Bool(value) => (dtype == DType::Bool).then(|| Const::int(i64::from(value), dtype)),
        Number::Int(value) if is_int(dtype) => {
            let bits = dtype.size() as u32 * 8;
            (bits == 64 || value.unsigned_abs() < 1 << (bits - 1)).then(|| Const::int(value, dtype))
        }
        Number::Int(value) if is_float(dtype) => Some(Const::float(value as f64, dtype)),
        Number::Float(value) if dtype == DType::F32 => Some(Const::float(f64::from(value as f32), dtype)),
        Number::Float(value) if is_float(dtype) => Some(Const::float(value, dtype)),
        _ => None,
    }
}
