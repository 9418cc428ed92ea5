//! The task graph as a picture: GraphViz text with one cluster per function and one node per task.

use phylanx_dialects::ir::{Module, Op, Value, walk_ops};
use phylanx_dialects::ops::Class;
use std::collections::HashMap;
use std::fmt::Write;

/// GraphViz text of a module at the `tasks` or `placed` stage.
pub fn print(module: &Module) -> String {
    let mut text = String::from("digraph tasks {\n  node [shape=box, fontname=\"sans-serif\"];\n");
    let mut next = 0;
    for (number, function) in module.functions().enumerate() {
        if function.attr("physl.task").is_some() {
            continue;
        }
        let name = function.symbol().unwrap_or("function");
        let _ = writeln!(text, "  subgraph cluster_{number} {{\n    label=\"{}\";", quoted(name));
        let mut graph = Graph { text: &mut text, next: &mut next, makers: HashMap::new() };
        graph.ops(function);
        text.push_str("  }\n");
    }
    text.push_str("}\n");
    text
}

struct Graph<'t> {
    text: &'t mut String,
    next: &'t mut usize,
    /// Nodes that a value comes from; values of cheap ops pass through to their operands' nodes.
    makers: HashMap<Value, Vec<usize>>,
}

impl Graph<'_> {
    fn ops(&mut self, function: &Op) {
        for region in &function.regions {
            for block in &region.blocks {
                walk_ops(&block.ops, &mut |op| self.op(op));
            }
        }
    }

    fn op(&mut self, op: &Op) {
        let mut sources: Vec<usize> =
            op.operands.iter().flat_map(|value| self.makers.get(value).cloned().unwrap_or_default()).collect();
        sources.sort_unstable();
        sources.dedup();
        let makers = if is_node(op) { vec![self.node(op, &sources)] } else { sources };
        for &result in &op.results {
            self.makers.insert(result, makers.clone());
        }
    }

    fn node(&mut self, op: &Op, sources: &[usize]) -> usize {
        let number = *self.next;
        *self.next += 1;
        let name = op.attr("body").and_then(|body| body.as_symbol()).unwrap_or(&op.name);
        let place = if op.loc.line > 0 { format!("\\nline {}", op.loc.line) } else { String::new() };
        let style = if op.name == "physl.spawn" || op.name == "physl.spawn_into" { "" } else { ", style=rounded" };
        let _ = writeln!(self.text, "    n{number} [label=\"{}{place}\"{style}];", quoted(name));
        for source in sources {
            let _ = writeln!(self.text, "    n{source} -> n{number};");
        }
        number
    }
}

/// Tasks, messages and library functions are nodes; text and scalars are not.
fn is_node(op: &Op) -> bool {
    let Some(row) = op.row() else { return false };
    let quiet = ["text", "str", "repr", "format", "str_concat", "from_scalar", "dim", "size", "new", "read"];
    match row.class {
        Class::Task => row.name == "spawn" || row.name == "spawn_into",
        Class::Placement => true,
        Class::Library | Class::Map | Class::Fold => !quiet.contains(&row.name),
        Class::View | Class::Scalar => false,
    }
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_dialects::mlir::parse_tree;

    #[test]
    fn tasks_are_nodes_and_values_are_edges() {
        let text = r#"
            func.func @f(%a: tensor<?xf64>) -> tensor<?xf64> {
              %0 = "physl.exp"(%a) : (tensor<?xf64>) -> tensor<?xf64> loc("a.py":3:1)
              %1 = "physl.transpose"(%0) {perm = array<i64: 0>} : (tensor<?xf64>) -> tensor<?xf64>
              %2 = "physl.cumsum"(%1) {axis = 0} : (tensor<?xf64>) -> tensor<?xf64> loc("a.py":4:1)
              return %2 : tensor<?xf64>
            }"#;
        let dot = print(&parse_tree(text).unwrap());
        assert!(dot.contains("n0 [label=\"physl.exp\\nline 3\", style=rounded];"), "{dot}");
        assert!(dot.contains("n0 -> n1;"), "{dot}");
    }
}
