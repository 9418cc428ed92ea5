//! What of NumPy is known, for the documents.

use crate::numpy;
use crate::prelude;
use std::collections::BTreeMap;

/// A function or method of NumPy.
#[derive(Clone, Debug)]
pub struct Function {
    /// Such as `np.sum`, `ndarray.sum` or `ufunc.reduce`.
    pub name: String,
    /// Its parameters; `=` marks those that may be left out.
    pub params: String,
    /// What it does, where its source says so.
    pub doc: String,
    /// Element types that it takes, where they are limited.
    pub dtypes: &'static str,
}

/// All of them, sorted by name.
pub fn functions() -> Vec<Function> {
    let mut found: BTreeMap<String, Function> = BTreeMap::new();
    let mut add = |function: Function| {
        found.insert(function.name.clone(), function);
    };
    for (path, params, dtypes) in numpy::listed() {
        if let Some(name) = shown(path) {
            add(Function { name, params: params.to_string(), doc: String::new(), dtypes });
        }
    }
    for part in prelude::files() {
        for (name, params, doc) in definitions(part.text) {
            if let Some(name) = shown(&format!("{}.{name}", part.path)) {
                add(Function { name, params, doc, dtypes: "" });
            }
        }
    }
    for method in numpy::METHOD_NAMES {
        let name = format!("ndarray.{method}");
        let function = found.get(&format!("np.{method}")).cloned();
        if let (Some(function), false) = (function, found.contains_key(&name)) {
            found.insert(name.clone(), Function { name, ..function });
        }
    }
    found.into_values().collect()
}

/// The name as users write it; nothing for what is not theirs.
fn shown(path: &str) -> Option<String> {
    if path.starts_with("ndarray.") {
        return Some(path.to_string());
    }
    let name = path.strip_prefix("numpy.")?;
    if let Some(method) = name.strip_prefix("_method_") {
        return Some(format!("ndarray.{method}"));
    }
    if let Some(method) = name.strip_prefix("_ufunc_") {
        return Some(format!("ufunc.{method}"));
    }
    (!name.starts_with('_') && !name.contains("._")).then(|| format!("np.{name}"))
}

/// Functions of a Python file: name, parameters, first line of the docstring.
fn definitions(text: &str) -> Vec<(String, String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let heads = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("def ")?)));
    heads
        .filter_map(|(at, head)| {
            let (name, rest) = head.split_once('(')?;
            let params = rest.trim_end_matches("):").replace(": static", "").replace(": shaped", "");
            let doc = lines.get(at + 1).map_or("", |line| line.trim().trim_matches('"'));
            Some((name.to_string(), params, doc.to_string()))
        })
        .collect()
}
