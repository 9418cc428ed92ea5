//! Diagnostics of passes as text: place, source line, caret, help, as the frontend writes its own.

use phylanx_passes::context::{Diagnostic, Remark, place};

/// All diagnostics, one after the other.
pub fn render_all(found: &[Diagnostic]) -> String {
    found.iter().map(render).collect()
}

fn render(found: &Diagnostic) -> String {
    let mut text = format!("{}error: {}\n", place(&found.loc), found.message);
    if let Some(line) = source_line(found) {
        let column = found.loc.column.saturating_sub(1) as usize;
        let before: String = line.chars().take(column).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        text.push_str(&format!("    {line}\n    {before}^\n"));
    }
    if let Some(help) = &found.help {
        text.push_str(&format!("    help: {help}\n"));
    }
    text
}

fn source_line(found: &Diagnostic) -> Option<String> {
    let text = std::fs::read_to_string(found.loc.file.as_deref()?).ok()?;
    let number = (found.loc.line as usize).checked_sub(1)?;
    text.lines().nth(number).map(str::to_string)
}

/// Remarks by place, one a line.
pub fn remarks(remarks: &[Remark]) -> String {
    let mut sorted: Vec<&Remark> = remarks.iter().collect();
    sorted.sort_by_key(|remark| (remark.loc.line, remark.loc.column));
    sorted.iter().map(|remark| format!("{}{}\n", place(&remark.loc), remark.text)).collect()
}
