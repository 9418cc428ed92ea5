//! The op table and the runtime agree: each op that the runtime carries out has its symbol, and no symbol is without an op.

use phylanx_dialects::ops::{Class, OPS};
use phylanx_runtime::ops::TABLE;
use std::collections::BTreeSet;

#[test]
fn every_runtime_op_of_the_table_has_a_symbol_and_the_other_way_round() {
    let is_runtimes = |class| matches!(class, Class::View | Class::Library | Class::Placement);
    let rows = OPS.iter().filter(|row| is_runtimes(row.class)).map(|row| format!("phx_op_{}", row.name));
    let rows: BTreeSet<String> = rows.collect();
    let symbols: BTreeSet<String> = TABLE.iter().map(|entry| entry.symbol.to_owned()).collect();
    let missing: Vec<_> = rows.difference(&symbols).collect();
    let unknown: Vec<_> = symbols.difference(&rows).collect();
    assert!(missing.is_empty(), "ops without a symbol: {missing:?}");
    assert!(unknown.is_empty(), "symbols without an op: {unknown:?}");
}
