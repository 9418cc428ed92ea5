//! `os.path` on text alone.

use super::Call;
use crate::error::Result;
use crate::ops::value::Owned;

pub fn call(call: &Call, name: &str) -> Result<Owned> {
    let text = call.args.text(0)?;
    Ok(match name {
        "join" => {
            let mut path = text.to_string();
            for at in 1..call.count {
                join(&mut path, call.args.text(at)?);
            }
            Owned::text(path)
        }
        "basename" => Owned::text(&text[head_length(text)..]),
        "dirname" => Owned::text(directory(text)),
        "root" => Owned::text(&text[..stem_length(text)]),
        "extension" => Owned::text(&text[stem_length(text)..]),
        "isabs" => Owned::bool(text.starts_with('/')),
        "normpath" => Owned::text(normal(text)),
        _ => return Err(call.unknown()),
    })
}

fn join(path: &mut String, part: &str) {
    if part.starts_with('/') || path.is_empty() {
        *path = part.to_string();
        return;
    }
    if !path.ends_with('/') {
        path.push('/');
    }
    path.push_str(part);
}

/// Where the last part of a path begins.
fn head_length(path: &str) -> usize {
    path.rfind('/').map_or(0, |at| at + 1)
}

fn directory(path: &str) -> &str {
    let head = &path[..head_length(path)];
    let trimmed = head.trim_end_matches('/');
    if trimmed.is_empty() { head } else { trimmed }
}

/// Where the extension of a path begins; dots that lead its last part begin none.
fn stem_length(path: &str) -> usize {
    let start = head_length(path);
    let name = path[start..].trim_start_matches('.');
    let start = path.len() - name.len();
    name.rfind('.').map_or(path.len(), |at| start + at)
}

fn normal(path: &str) -> String {
    if path.is_empty() {
        return ".".into();
    }
    let slashes = match path.bytes().take_while(|byte| *byte == b'/').count() {
        2 => "//",
        0 => "",
        _ => "/",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        let climbs = part == ".."
            && (parts.last().is_some_and(|last| *last != "..") || (parts.is_empty() && !slashes.is_empty()));
        if climbs {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let text = format!("{slashes}{}", parts.join("/"));
    if text.is_empty() { ".".into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{directory, normal, stem_length};

    #[test]
    fn paths_are_taken_apart() {
        assert_eq!(directory("/a/b/c"), "/a/b");
        assert_eq!(directory("/a"), "/");
        assert_eq!(directory("a"), "");
        assert_eq!(&"x/.b.c.d"[stem_length("x/.b.c.d")..], ".d");
        assert_eq!(stem_length("a.d/b"), 5);
        assert_eq!(normal("/a/./b/../../../c//d"), "/c/d");
        assert_eq!(normal("a/.."), ".");
    }
}
