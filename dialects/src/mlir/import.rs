//! From MLIR to the tree.

use crate::ir::{self, Attr, Block, Loc, Op, Region, Type, Value};
use melior::ir::RegionLike;
use melior::ir::attribute::AttributeLike;
use melior::ir::block::BlockLike;
use melior::ir::operation::{OperationLike, OperationRef};
use melior::ir::{BlockRef, RegionRef, ValueLike};
use std::collections::HashMap;
use std::sync::Arc;

/// The tree of a module.
pub fn from_mlir(module: &melior::ir::Module) -> ir::Module {
    let mut import = Import::default();
    let operation = module.as_operation();
    let attrs = import.attrs(&operation);
    let ops = import.ops(module.body());
    import.tree.ops = ops;
    import.tree.attrs = attrs;
    import.tree
}

#[derive(Default)]
struct Import {
    tree: ir::Module,
    values: HashMap<usize, Value>,
    types: HashMap<usize, Type>,
    files: HashMap<String, Arc<str>>,
}

impl Import {
    fn ops(&mut self, block: BlockRef) -> Vec<Op> {
        let mut ops = Vec::new();
        let mut next = block.first_operation();
        while let Some(operation) = next {
            ops.push(self.op(&operation));
            next = operation.next_in_block();
        }
        ops
    }

    fn op(&mut self, operation: &OperationRef) -> Op {
        let name = operation.name().as_string_ref().as_str().unwrap_or_default().to_string();
        let operands = operation.operands().map(|value| self.value(value)).collect();
        let attrs = self.attrs(operation);
        let loc = self.loc(&operation.location().to_string());
        let results = operation.results().map(|value| self.value(value.into())).collect();
        let successors = self.successors(operation);
        let regions = operation.regions().map(|region| self.region(region)).collect();
        Op { name, operands, results, attrs, regions, successors, loc }
    }

    fn successors(&self, operation: &OperationRef) -> Vec<usize> {
        let Some(region) = operation.block().and_then(|block| block.parent_region()) else { return Vec::new() };
        let blocks = blocks_of(region);
        operation.successors().filter_map(|to| blocks.iter().position(|block| *block == to)).collect()
    }

    fn region(&mut self, region: RegionRef) -> Region {
        let blocks = blocks_of(region);
        // Blocks may use arguments of one another, so all arguments come before any op.
        let args: Vec<Vec<Value>> = blocks.iter().map(|block| self.args(*block)).collect();
        let blocks = blocks.iter().zip(args).map(|(block, args)| Block { args, ops: self.ops(*block) }).collect();
        Region { blocks }
    }

    fn args(&mut self, block: BlockRef) -> Vec<Value> {
        (0..block.argument_count()).filter_map(|at| block.argument(at).ok()).map(|arg| self.value(arg.into())).collect()
    }

    fn value(&mut self, value: melior::ir::Value) -> Value {
        let key = value.to_raw().ptr as usize;
        if let Some(&known) = self.values.get(&key) {
            return known;
        }
        let ty = self.ty(value.r#type());
        let fresh = self.tree.value(ty);
        self.values.insert(key, fresh);
        fresh
    }

    fn ty(&mut self, ty: melior::ir::Type) -> Type {
        use melior::ir::TypeLike;
        let key = ty.to_raw().ptr as usize;
        self.types.entry(key).or_insert_with(|| Type::parse(&ty.to_string())).clone()
    }

    fn attrs(&mut self, operation: &OperationRef) -> std::collections::BTreeMap<String, Attr> {
        operation
            .attributes()
            .map(|(name, attr)| (name.as_string_ref().as_str().unwrap_or_default().to_string(), attr_of(attr)))
            .collect()
    }

    fn loc(&mut self, text: &str) -> Loc {
        let text = text.strip_prefix("loc(").unwrap_or(text);
        if let Some((function, place, call)) = split_call_site(text) {
            let function = self.text(function);
            let inlined = Some(Arc::new(ir::Inlined { function, call: self.loc(call) }));
            return Loc { inlined, ..self.loc(place) };
        }
        let Some((file, (line, column), end)) = split_location(text) else { return Loc::default() };
        Loc { end, ..Loc::new(self.text(file), line, column) }
    }

    fn text(&mut self, text: &str) -> Arc<str> {
        self.files.entry(text.to_string()).or_insert_with(|| Arc::from(text)).clone()
    }
}

fn blocks_of<'c, 'a>(region: RegionRef<'c, 'a>) -> Vec<BlockRef<'c, 'a>> {
    let mut blocks = Vec::new();
    let mut next = region.first_block();
    while let Some(block) = next {
        blocks.push(block);
        next = block.next_in_region();
    }
    blocks
}

/// `callsite("f"("a.py":3:5) at CALL)` as function, place and call.
fn split_call_site(text: &str) -> Option<(&str, &str, &str)> {
    let (function, rest) = text.strip_prefix("callsite(\"")?.split_once("\"(")?;
    let (place, call) = rest.split_once(") at ")?;
    Some((function, place, call))
}

/// A line and a column.
type Point = (u32, u32);

/// `loc("a.py":3:5 to :9)` as file, place and end; the first such place in a fused or named location.
fn split_location(text: &str) -> Option<(&str, Point, Point)> {
    let start = text.find('"')? + 1;
    let end = start + text[start..].find('"')?;
    let (line, rest) = number(text[end + 1..].strip_prefix(':')?)?;
    let (column, rest) = number(rest.strip_prefix(':')?)?;
    Some((&text[start..end], (line, column), rest.strip_prefix(" to ").map_or((0, 0), |rest| range_end(rest, line))))
}

/// `:9` on the line where the range begins, or `4:9`; zeros when it is neither.
fn range_end(text: &str, line: u32) -> Point {
    let (line, rest) = number(text).unwrap_or((line, text));
    rest.strip_prefix(':').and_then(number).map_or((0, 0), |(column, _)| (line, column))
}

/// The number that a text begins with, and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// `a.py:3:5: `, or nothing for an unknown place.
pub(super) fn location_text(text: &str) -> String {
    let place = split_call_site(text.strip_prefix("loc(").unwrap_or(text)).map_or(text, |(_, place, _)| place);
    split_location(place).map(|(file, (line, column), _)| format!("{file}:{line}:{column}: ")).unwrap_or_default()
}

fn attr_of(attr: melior::ir::Attribute) -> Attr {
    use melior::ir::attribute as kinds;
    if attr.is_unit() {
        return Attr::Unit;
    }
    if let Ok(text) = kinds::StringAttribute::try_from(attr) {
        // The bytes of an empty text have no address, which `value` does not expect.
        return Attr::Str(if attr.to_string() == "\"\"" { String::new() } else { text.value().to_string() });
    }
    if attr.is_bool() {
        return Attr::Bool(attr.to_string() == "true");
    }
    if let Ok(integer) = kinds::IntegerAttribute::try_from(attr) {
        return integer_of(&integer);
    }
    if let Ok(float) = kinds::FloatAttribute::try_from(attr) {
        return float_of(&float);
    }
    if let Ok(symbol) = kinds::FlatSymbolRefAttribute::try_from(attr) {
        return Attr::Symbol(symbol.value().to_string());
    }
    if let Ok(ty) = kinds::TypeAttribute::try_from(attr) {
        return Attr::Type(Type::parse(&ty.value().to_string()));
    }
    if let Ok(items) = kinds::ArrayAttribute::try_from(attr) {
        return Attr::Array((0..items.len()).filter_map(|at| items.element(at).ok()).map(attr_of).collect());
    }
    dense_i64s(&attr.to_string()).map_or_else(|| Attr::Opaque(attr.to_string()), Attr::I64s)
}

fn integer_of(attr: &melior::ir::attribute::IntegerAttribute) -> Attr {
    let text = attr.to_string();
    let (value, ty) = text.split_once(" : ").unwrap_or((&text, "i64"));
    match value.parse() {
        Ok(value) => Attr::Int(value, Type::parse(ty)),
        Err(_) => Attr::Opaque(text),
    }
}

fn float_of(attr: &melior::ir::attribute::FloatAttribute) -> Attr {
    let text = attr.to_string();
    let ty = text.split_once(" : ").map_or(Type::F64, |(_, ty)| Type::parse(ty));
    Attr::Float(attr.value(), ty)
}

fn dense_i64s(text: &str) -> Option<Vec<i64>> {
    if text == "array<i64>" {
        return Some(Vec::new());
    }
    let items = text.strip_prefix("array<i64: ")?.strip_suffix('>')?;
    items.split(',').map(|item| item.trim().parse().ok()).collect()
}
