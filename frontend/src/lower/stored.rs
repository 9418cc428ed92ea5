//! What the program saves to files: the element types and ranks that its own files are loaded with.

use phylanx_dialects::DType;
use phylanx_dialects::ir::TensorType;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;

/// Bytes of an `.npy` file that hold its header.
const HEADER: u64 = 4096;

/// Files of both kinds.
#[derive(Default)]
pub struct Files {
    /// `.npy` files.
    pub arrays: Stored,
    /// Tables of text.
    pub tables: Stored,
    /// `.npz` archives; the path of an array in one is that of the archive, a line end and its name.
    pub archives: Archives,
}

/// The names of the arrays in archives that the program saves.
#[derive(Default)]
pub struct Archives {
    by_path: BTreeMap<String, Vec<String>>,
    /// Those of the last one saved under a name that is computed.
    elsewhere: Option<Vec<String>>,
}

impl Archives {
    /// Notes the names in an archive, or in one whose path is computed.
    pub fn remember(&mut self, path: Option<&str>, names: &[String]) {
        match path {
            Some(path) => drop(self.by_path.insert(path.to_string(), names.to_vec())),
            None => self.elsewhere = Some(names.to_vec()),
        }
    }

    /// The names in an archive: by the program's own saves, by looking at the file, by saves under computed names.
    pub fn names(&self, path: &str) -> Option<Vec<String>> {
        let look = || {
            let archive = zip::ZipArchive::new(File::open(path).ok()?).ok()?;
            archive.file_names().map(|name| name.ok()?.strip_suffix(".npy").map(str::to_string)).collect()
        };
        self.by_path.get(path).cloned().or_else(look).or_else(|| self.elsewhere.clone())
    }
}

/// Element types and ranks of saved arrays.
#[derive(Default)]
pub struct Stored {
    by_path: BTreeMap<String, (DType, usize)>,
    /// The last one saved under a name that is computed.
    elsewhere: Option<(DType, usize)>,
}

impl Stored {
    /// Notes what is saved under a name, or under one that is computed.
    pub fn remember(&mut self, path: Option<String>, ty: &TensorType) {
        let kind = (ty.elem, ty.rank());
        match path {
            Some(path) => drop(self.by_path.insert(path, kind)),
            None => self.elsewhere = Some(kind),
        }
    }

    /// What a file holds: by the program's own saves, by `look`ing at the file, by saves under computed names.
    pub fn found(&self, path: Option<&str>, look: impl Fn(&str) -> Option<(DType, usize)>) -> Option<(DType, usize)> {
        path.and_then(|path| self.kind_of(path, look)).or(self.elsewhere)
    }

    /// What a named file holds: by the program's own saves, by `look`ing at the file.
    pub fn kind_of(&self, path: &str, look: impl Fn(&str) -> Option<(DType, usize)>) -> Option<(DType, usize)> {
        self.by_path.get(path).copied().or_else(|| look(path))
    }

    /// What the header of an `.npy` file says.
    pub fn npy(path: &str) -> Option<(DType, usize)> {
        let mut bytes = Vec::new();
        File::open(path).ok()?.take(HEADER).read_to_end(&mut bytes).ok()?;
        header(&bytes)
    }
}

/// What an array in an archive is, by the path of both.
pub fn in_archive(path: &str) -> Option<(DType, usize)> {
    let (path, name) = path.split_once('\n')?;
    let mut archive = zip::ZipArchive::new(File::open(path).ok()?).ok()?;
    let entry = archive.by_name(&format!("{name}.npy")).ok()?;
    let mut bytes = Vec::new();
    entry.take(HEADER).read_to_end(&mut bytes).ok()?;
    header(&bytes)
}

/// `\x93NUMPY`, version, length, then a Python dict such as `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`.
fn header(bytes: &[u8]) -> Option<(DType, usize)> {
    let rest = bytes.strip_prefix(b"\x93NUMPY")?;
    let start = if *rest.first()? == 1 { 4 } else { 6 };
    let text = String::from_utf8_lossy(rest.get(start..)?);
    let descr = text.split("'descr'").nth(1)?.split('\'').nth(1)?;
    let shape = text.split("'shape'").nth(1)?.split('(').nth(1)?.split(')').next()?;
    let rank = shape.split(',').filter(|extent| !extent.trim().is_empty()).count();
    Some((element(descr.trim_start_matches(['<', '|', '=', '>']))?, rank))
}

fn element(code: &str) -> Option<DType> {
    Some(match code {
        "b1" => DType::Bool,
        "i1" => DType::I8,
        "i2" => DType::I16,
        "i4" => DType::I32,
        "i8" => DType::I64,
        "u1" => DType::U8,
        "u2" => DType::U16,
        "u4" => DType::U32,
        "u8" => DType::U64,
        "f4" => DType::F32,
        "f8" => DType::F64,
        "c8" => DType::C64,
        "c16" => DType::C128,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_npy_files_give_type_and_rank() {
        let bytes = |dict: &str| [b"\x93NUMPY\x01\x00\x76\x00", dict.as_bytes()].concat();
        let dict = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }";
        assert_eq!(header(&bytes(dict)), Some((DType::F64, 2)));
        assert_eq!(header(&bytes("{'descr': '|b1', 'fortran_order': False, 'shape': (5,), }")), Some((DType::Bool, 1)));
        assert_eq!(header(&bytes("{'descr': '<i4', 'fortran_order': False, 'shape': (), }")), Some((DType::I32, 0)));
        assert_eq!(header(b"no such file"), None);
    }

    #[test]
    fn own_saves_come_before_files_and_computed_names_last() {
        let mut stored = Stored::default();
        let nothing = |_: &str| None;
        let file = |_: &str| Some((DType::I32, 1));
        assert_eq!(stored.found(Some("a.npy"), nothing), None);
        stored.remember(None, &TensorType::dynamic(DType::F32, 3));
        assert_eq!(stored.found(Some("a.npy"), nothing), Some((DType::F32, 3)));
        assert_eq!(stored.found(Some("a.npy"), file), Some((DType::I32, 1)));
        stored.remember(Some("a.npy".into()), &TensorType::dynamic(DType::F64, 2));
        assert_eq!(stored.found(Some("a.npy"), file), Some((DType::F64, 2)));
        assert_eq!(stored.found(None, nothing), Some((DType::F32, 3)));
    }
}
