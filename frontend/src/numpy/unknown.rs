//! What is said of a function or a method that is not there: whether NumPy has it, and what may have been meant.

use crate::near::nearest;

/// The public names of NumPy 2.4 and of `math`, a line each; `ndarray.` stands before those of arrays.
const NAMES: &str = include_str!("names.txt");

/// Message and help for a function that is not supported.
pub fn unknown(path: &str) -> (String, String) {
    let shown = path.strip_prefix("builtins.").unwrap_or(path);
    if let Some((module, name)) = path.rsplit_once('.')
        && lists(module)
        && !members(module).any(|known| known == name)
    {
        return (format!("module '{module}' has no attribute '{name}'"), meant(module, name));
    }
    let help = match path {
        "builtins.input" => "read values from `sys.argv` or a file",
        "numpy.append" => "allocate the array first, or use `np.concatenate`",
        path if path.starts_with("numpy.random") => {
            "use np.random.default_rng(seed) and its methods, or the legacy functions of docs/libraries.md"
        }
        path if path.starts_with("numpy.linalg") => "see docs/libraries.md for the functions of np.linalg",
        path if path.starts_with("scipy") => "see docs/libraries.md for the functions of scipy",
        path if path.starts_with("numpy") => "build it from the supported functions of NumPy",
        _ => "use a supported function instead",
    };
    (format!("`{shown}` is not supported"), help.into())
}

/// Message and help for a method of arrays that is not supported.
pub fn unknown_method(name: &str) -> (String, String) {
    let message = match members("ndarray").any(|known| known == name) {
        true => format!("the array method `{name}` is not supported"),
        false => format!("'numpy.ndarray' object has no attribute '{name}'"),
    };
    let help = match name {
        "append" => "allocate the array first, or use `np.concatenate`".to_string(),
        _ if is_function(name) => format!("write `np.{name}(...)`"),
        _ => meant("ndarray", name),
    };
    (message, help)
}

/// Whether a module that we know all of lacks what a path names.
pub fn is_missing(path: &str) -> bool {
    let Some((module, name)) = path.rsplit_once('.') else { return false };
    lists(module)
        && !name.starts_with('_')
        && !lists(path)
        && !members(module).any(|known| known == name)
        && super::function(path).is_none()
        && crate::prelude::function(path).is_none()
}

/// Whether NumPy has a function of a name.
pub fn is_function(name: &str) -> bool {
    members("numpy").any(|known| known == name)
}

/// What a name may have meant.
fn meant(module: &str, name: &str) -> String {
    match nearest(name, members(module)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if module == "numpy" => "build it from functions that NumPy has, such as `np.sum`".into(),
        None if module == "ndarray" => "use a function of NumPy instead".into(),
        None => format!("see the documentation of {module}"),
    }
}

fn lists(module: &str) -> bool {
    matches!(module, "numpy" | "numpy.linalg" | "numpy.fft" | "numpy.random" | "math")
}

fn members(module: &str) -> impl Iterator<Item = &'static str> {
    NAMES
        .lines()
        .filter_map(move |line| line.rsplit_once('.').filter(|(known, _)| *known == module).map(|(_, name)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_numpy_lacks_are_told_from_those_that_are_not_compiled() {
        assert_eq!(
            unknown("numpy.averge"),
            ("module 'numpy' has no attribute 'averge'".into(), "did you mean `average`?".into())
        );
        assert_eq!(unknown("numpy.busday_count").0, "`numpy.busday_count` is not supported");
        assert_eq!(unknown_method("average").1, "write `np.average(...)`");
        assert_eq!(unknown_method("resh").0, "'numpy.ndarray' object has no attribute 'resh'");
    }
}
