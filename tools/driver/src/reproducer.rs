//! Crash reproducers: one file with a module and the pipeline that fails on it, in `mlir-opt`'s form.

use crate::pipeline_text::{self, Step};

const MARK: &str = "{-#\n  external_resources: {\n    mlir_reproducer: {\n      pipeline: \"";

/// The text of a reproducer.
pub fn print(module: &str, steps: &[Step], verify_each: &str) -> String {
    let pipeline = pipeline_text::print(steps).replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "{}\n{MARK}{pipeline}\",\n      disable_threading: true,\n      verify_each: {verify_each}\n    }}\n  }}\n#-}}\n",
        module.trim_end()
    )
}

/// Module text and pipeline text of a reproducer; `None` when the text is none.
pub fn read(text: &str) -> Option<(String, String)> {
    let start = text.find(MARK)?;
    let rest = &text[start + MARK.len()..];
    let pipeline = unescape(&rest[..closing_quote(rest)?]);
    Some((text[..start].to_string(), pipeline))
}

fn closing_quote(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    None
}

fn unescape(text: &str) -> String {
    text.replace("\\\"", "\"").replace("\\\\", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back() {
        let text = "builtin.module(physl-verify,func.func(cse))";
        let steps = pipeline_text::parse(text).unwrap();
        let printed = print("module {\n}\n", &steps, "true");
        assert_eq!(read(&printed), Some(("module {\n}\n".into(), text.into())));
        assert_eq!(read("module {}"), None);
    }
}
