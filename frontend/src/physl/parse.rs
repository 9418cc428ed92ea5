//! From PhySL text to the tree.

mod cursor;
mod value;

use cursor::Cursor;
pub use cursor::ParseError;
use phylanx_dialects::ir::{self, Attr, Block, Loc, Module, Op, Region, Type, Value};
use phylanx_dialects::ops;
use std::collections::HashMap;

/// Calls and blocks may nest this deep, which no stack overflows at.
const MAX_DEPTH: usize = 200;

/// Reads PhySL text.
///
/// # Errors
/// The first mistake, with its line and column.
pub fn parse(text: &str) -> Result<Module, ParseError> {
    let mut reader = Reader { at: Cursor::new(text), module: Module::new(), scope: HashMap::new(), depth: 0 };
    reader.at.skip_space();
    while !reader.at.is_done() {
        let op = reader.top()?;
        reader.module.ops.extend(op);
        reader.at.skip_space();
    }
    Ok(reader.module)
}

struct Reader<'t> {
    at: Cursor<'t>,
    module: Module,
    scope: HashMap<String, Value>,
    depth: usize,
}

/// What stands between the brackets of a call.
#[derive(Default)]
struct Items {
    operands: Vec<Value>,
    attrs: Vec<(String, Attr)>,
    regions: Vec<Region>,
}

type Parsed<T> = Result<T, ParseError>;

impl Reader<'_> {
    /// A definition of a function, the attributes of the module, or another op.
    fn top(&mut self) -> Parsed<Option<Op>> {
        self.scope.clear();
        let start = self.at.clone();
        let name = self.at.name().ok_or_else(|| self.at.error("expected a call"))?;
        self.at.expect('(')?;
        match name.as_str() {
            "define" => self.function().map(Some),
            "module" => {
                let items = self.items(&mut Vec::new())?;
                self.module.attrs.extend(items.attrs);
                Ok(None)
            }
            _ => {
                self.at = start;
                let mut ops = Vec::new();
                self.effect(&mut ops)?;
                Ok(ops.pop())
            }
        }
    }

    /// The rest of `define(name, arguments, attributes, block(...)): types`.
    fn function(&mut self) -> Parsed<Op> {
        let symbol = self.at.symbol()?;
        let (mut args, mut attrs) = (Vec::new(), Vec::new());
        loop {
            self.at.expect(',')?;
            let before = self.at.clone();
            let name = self.at.name().ok_or_else(|| self.at.error("expected an argument or a block"))?;
            if self.at.eat(':') {
                args.push(self.bind(name)?);
            } else if self.at.eat('=') {
                attrs.push((name, self.at.attr()?));
            } else {
                self.at = before;
                break;
            }
        }
        let body = self.region()?;
        self.at.expect(')')?;
        let results = self.result_types()?;
        let [block] = <[Block; 1]>::try_from(body.blocks).map_err(|_| self.at.error("a function has one block"))?;
        if !block.args.is_empty() {
            return Err(self.at.error("arguments of a function stand before its block"));
        }
        let mut op = ir::function(&self.module, &symbol, args, results, block.ops, Loc::default());
        op.attrs.extend(attrs);
        Ok(op)
    }

    /// A name with the type that follows.
    fn bind(&mut self, name: String) -> Parsed<Value> {
        let ty = self.at.ty()?;
        let value = self.module.value(ty);
        self.scope.insert(name, value);
        Ok(value)
    }

    /// `block((arguments), statements)` or `region()`.
    fn region(&mut self) -> Parsed<Region> {
        let word = self.at.name().unwrap_or_default();
        self.at.expect('(')?;
        match word.as_str() {
            "region" => {
                self.at.expect(')')?;
                Ok(Region::default())
            }
            "block" => self.block().map(Region::of),
            _ => Err(self.at.error("expected a block")),
        }
    }

    fn block(&mut self) -> Parsed<Block> {
        self.enter()?;
        let outer = self.scope.clone();
        let mut block = Block::default();
        if self.at.eat('(') {
            while !self.at.eat(')') {
                let name = self.at.name().ok_or_else(|| self.at.error("expected an argument"))?;
                self.at.expect(':')?;
                block.args.push(self.bind(name)?);
                self.at.eat(',');
            }
            self.at.eat(',');
        }
        while !self.at.eat(')') {
            self.statement(&mut block.ops)?;
            if !self.at.eat(',') {
                self.at.expect(')')?;
                break;
            }
        }
        self.scope = outer;
        self.depth -= 1;
        Ok(block)
    }

    /// `define(name, expression)`, `define((names), expression)` or a call without results.
    fn statement(&mut self, ops: &mut Vec<Op>) -> Parsed<()> {
        let start = self.at.clone();
        if self.at.name().as_deref() != Some("define") {
            self.at = start;
            return self.effect(ops);
        }
        self.at.expect('(')?;
        let mut names = Vec::new();
        if self.at.eat('(') {
            while !self.at.eat(')') {
                names.push(self.at.name().ok_or_else(|| self.at.error("expected a name"))?);
                self.at.eat(',');
            }
        } else {
            names.push(self.at.name().ok_or_else(|| self.at.error("expected a name"))?);
        }
        self.at.expect(',')?;
        let values = self.expression(ops)?;
        if values.len() != names.len() {
            return Err(self.at.error(&format!("{} names for {} values", names.len(), values.len())));
        }
        self.scope.extend(names.into_iter().zip(values));
        self.at.expect(')')
    }

    fn effect(&mut self, ops: &mut Vec<Op>) -> Parsed<()> {
        let values = self.expression(ops)?;
        if values.is_empty() {
            Ok(())
        } else {
            Err(self.at.error("a value that nothing uses: give it a name with define"))
        }
    }

    /// A literal, a name or a call; gives its values.
    fn expression(&mut self, ops: &mut Vec<Op>) -> Parsed<Vec<Value>> {
        if let Some(literal) = self.at.literal()? {
            return Ok(vec![self.constant(literal, ops)]);
        }
        let start = self.at.clone();
        let name = self.at.name().ok_or_else(|| start.error("expected an expression"))?;
        if !self.at.eat('(') {
            let known = self.scope.get(&name).copied();
            return known.map(|value| vec![value]).ok_or_else(|| start.error(&format!("'{name}' is not defined")));
        }
        let full = if name.contains('.') { name } else { format!("physl.{name}") };
        if full.starts_with("physl.") && ops::find(&full).is_none() {
            return Err(start.error(&format!("no op '{}' in PhySL", full.trim_start_matches("physl."))));
        }
        self.call(full, ops)
    }

    fn constant(&mut self, literal: Attr, ops: &mut Vec<Op>) -> Value {
        let ty = match &literal {
            Attr::Int(_, ty) | Attr::Float(_, ty) => ty.clone(),
            _ => Type::BOOL,
        };
        let value = self.module.value(ty);
        ops.push(Op::new("arith.constant", Loc::default()).with_attr("value", literal).with_results([value]));
        value
    }

    /// The rest of a call after its opening bracket.
    fn call(&mut self, name: String, ops: &mut Vec<Op>) -> Parsed<Vec<Value>> {
        self.enter()?;
        let items = self.items(ops)?;
        self.depth -= 1;
        let types = self.result_types()?;
        if types.is_empty() && ops::find(&name).is_some_and(|row| !row.results.is_empty()) {
            return Err(self.at.error(&format!("'{name}' gives a value: its type must follow")));
        }
        let results: Vec<Value> = types.into_iter().map(|ty| self.module.value(ty)).collect();
        let mut op = Op::new(name, Loc::default()).with_operands(items.operands).with_results(results.iter().copied());
        op.attrs.extend(items.attrs);
        op.regions = items.regions;
        ops.push(op);
        Ok(results)
    }

    fn items(&mut self, ops: &mut Vec<Op>) -> Parsed<Items> {
        let mut items = Items::default();
        while !self.at.eat(')') {
            self.item(&mut items, ops)?;
            if !self.at.eat(',') {
                self.at.expect(')')?;
                break;
            }
        }
        Ok(items)
    }

    fn item(&mut self, items: &mut Items, ops: &mut Vec<Op>) -> Parsed<()> {
        let start = self.at.clone();
        if let Some(name) = self.at.name() {
            if self.at.eat('=') {
                items.attrs.push((name, self.at.attr()?));
                return Ok(());
            }
            let is_region = name == "block" || name == "region";
            self.at = start;
            if is_region {
                items.regions.push(self.region()?);
                return Ok(());
            }
        }
        match self.expression(ops)?.as_slice() {
            [value] => items.operands.push(*value),
            _ => return Err(self.at.error("an operand is one value: its type must follow the call")),
        }
        Ok(())
    }

    /// `: type`, `: (types)` or nothing.
    fn result_types(&mut self) -> Parsed<Vec<Type>> {
        if !self.at.eat(':') {
            return Ok(Vec::new());
        }
        if !self.at.eat('(') {
            return Ok(vec![self.at.ty()?]);
        }
        let mut types = Vec::new();
        while !self.at.eat(')') {
            types.push(self.at.ty()?);
            self.at.eat(',');
        }
        Ok(types)
    }

    fn enter(&mut self) -> Parsed<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.at.error("nested too deeply")) } else { Ok(()) }
    }
}
