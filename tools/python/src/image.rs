//! A compiled function as bytes, as the cache on disk keeps it.

use phylanx_driver::compile::Compiled;

/// What the bytes begin with.
const MAGIC: &[u8] = b"phylanx 1\n";

/// As bytes: each part behind its length.
pub fn to_bytes(compiled: &Compiled) -> Vec<u8> {
    let written: Vec<u8> = compiled.written.iter().map(|&written| u8::from(written)).collect();
    let mut parts: Vec<&[u8]> = vec![compiled.params.as_bytes(), compiled.result.as_bytes(), &written];
    parts.extend(compiled.images.iter().map(Vec::as_slice));
    let mut bytes = MAGIC.to_vec();
    for part in parts {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    }
    bytes
}

/// From bytes; nothing if they are broken.
pub fn from_bytes(bytes: &[u8]) -> Option<Compiled> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (length, after) = rest.split_at_checked(8)?;
        let length = u64::from_le_bytes(length.try_into().ok()?);
        let (part, after) = after.split_at_checked(usize::try_from(length).ok()?)?;
        parts.push(part.to_vec());
        rest = after;
    }
    let mut parts = parts.into_iter();
    let mut text = || String::from_utf8(parts.next()?).ok();
    let (params, result) = (text()?, text()?);
    let written = parts.next()?.into_iter().map(|written| written != 0).collect();
    Some(Compiled { params, result, written, images: parts.collect() })
}
