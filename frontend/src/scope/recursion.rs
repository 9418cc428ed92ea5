//! Which functions may call themselves, straight or through others: those whose depth is counted.

use super::Program;
use super::walk::{expressions, for_each_expr, for_each_function, for_each_stmt};
use crate::ast::{ExprKind, Name};
use std::collections::HashMap;

impl Program<'_> {
    /// Marks the functions on a cycle of "mentions the name of"; a function may be marked without need, never the other way round.
    pub(super) fn find_recursion(&mut self) {
        let mut by_name: HashMap<Name, Vec<usize>> = HashMap::new();
        for (at, info) in self.functions.iter().enumerate() {
            by_name.entry(info.def.name.clone()).or_default().push(at);
        }
        for class in &self.classes {
            let makers = ["__init__", "__post_init__"].into_iter().flat_map(|name| by_name.get(name).cloned());
            let makers: Vec<usize> = makers.flatten().collect();
            by_name.entry(class.def.name.clone()).or_default().extend(makers);
        }
        let edges: Vec<Vec<usize>> = (0..self.functions.len()).map(|at| self.mentioned(at, &by_name)).collect();
        let mut search =
            Search { edges: &edges, order: vec![0; edges.len()], low: vec![0; edges.len()], ..Search::default() };
        for at in 0..edges.len() {
            if search.order[at] == 0 {
                search.visit(at);
            }
        }
        for at in search.cyclic {
            self.functions[at].recursive = true;
        }
    }

    fn mentioned(&self, at: usize, by_name: &HashMap<Name, Vec<usize>>) -> Vec<usize> {
        let body = &self.functions[at].def.body;
        let mut found = Vec::new();
        for_each_stmt(body, &mut |stmt| {
            for expr in expressions(stmt) {
                for_each_expr(expr, &mut |part| {
                    if let ExprKind::Name(name) | ExprKind::Attribute(_, name) = &part.kind {
                        found.extend(by_name.get(name).into_iter().flatten().copied());
                    }
                });
            }
        });
        for_each_function(body, &mut |inner| found.extend(self.by_id.get(&inner.id).copied()));
        // Operators and the like call these without a name.
        let name = &self.functions[at].def.name;
        if name.starts_with("__") && self.class_of_method.contains_key(&at) && !name.ends_with("init__") {
            found.push(at);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Tarjan's strongly connected components.
#[derive(Default)]
struct Search<'e> {
    edges: &'e [Vec<usize>],
    order: Vec<usize>,
    low: Vec<usize>,
    next: usize,
    stack: Vec<usize>,
    cyclic: Vec<usize>,
}

impl Search<'_> {
    fn visit(&mut self, at: usize) {
        self.next += 1;
        (self.order[at], self.low[at]) = (self.next, self.next);
        self.stack.push(at);
        let edges = self.edges;
        for &to in &edges[at] {
            if self.order[to] == 0 {
                self.visit(to);
                self.low[at] = self.low[at].min(self.low[to]);
            } else if self.stack.contains(&to) {
                self.low[at] = self.low[at].min(self.order[to]);
            }
        }
        if self.low[at] != self.order[at] {
            return;
        }
        let first = self.stack.iter().position(|other| *other == at).unwrap_or(0);
        let component = self.stack.split_off(first);
        if component.len() > 1 || edges[at].contains(&at) {
            self.cyclic.extend(component);
        }
    }
}
