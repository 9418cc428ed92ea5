//! NumPy's archives of arrays: a zip file with one `.npy` file for each.

use super::atomic::neighbour_file;
use super::header;
use super::npy::{self, bytes_of};
use crate::array::Array;
use crate::error::{Error, Result};
use crate::with_element;
use phylanx_abi::DType;
use std::fs::File;
use std::io::{BufReader, BufWriter, Cursor, Read, Write};
use std::path::PathBuf;
use std::rc::Rc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// An archive that is being written: to a neighbour of its place first, then moved there.
pub struct Writer {
    path: String,
    neighbour: PathBuf,
    target: PathBuf,
    zip: Option<ZipWriter<BufWriter<File>>>,
    options: SimpleFileOptions,
}

impl Writer {
    pub fn new(path: &str, compressed: bool) -> Result<Writer> {
        let (file, neighbour, target) = neighbour_file(path)?;
        let method = if compressed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method).large_file(true);
        let zip = Some(ZipWriter::new(BufWriter::with_capacity(256 * 1024, file)));
        Ok(Writer { path: path.to_owned(), neighbour, target, zip, options })
    }

    /// Adds an array, row-major. `next` gives its pieces in order, each local and settled.
    pub fn add(
        &mut self,
        name: &str,
        dtype: DType,
        shape: &[i64],
        next: &mut dyn FnMut() -> Result<Option<Rc<Array>>>,
    ) -> Result<()> {
        let failed = |cause: std::io::Error| Error::os(&cause, &self.path);
        let Some(zip) = &mut self.zip else { return Err(Error::internal("an archive that is finished")) };
        zip.start_file(format!("{name}.npy"), self.options).map_err(|cause| failed(cause.into()))?;
        zip.write_all(&header::write(dtype, shape)).map_err(failed)?;
        while let Some(piece) = next()? {
            with_element!(dtype, T => zip.write_all(bytes_of(&piece.elements::<T>())).map_err(failed))?;
        }
        Ok(())
    }

    /// Moves the archive to its place.
    pub fn finish(mut self) -> Result<()> {
        let failed = |cause: std::io::Error| Error::os(&cause, &self.path);
        let Some(zip) = self.zip.take() else { return Ok(()) };
        let mut out = zip.finish().map_err(|cause| failed(cause.into()))?;
        out.flush().map_err(failed)?;
        std::fs::rename(&self.neighbour, &self.target).map_err(failed)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // What was not finished leaves nothing behind; a neighbour that was moved is not there any more.
        let _ = std::fs::remove_file(&self.neighbour);
    }
}

fn opened(path: &str) -> Result<ZipArchive<BufReader<File>>> {
    let file = File::open(path).map_err(|cause| Error::os(&cause, path))?;
    ZipArchive::new(BufReader::new(file)).map_err(|cause| match cause {
        zip::result::ZipError::Io(cause) => Error::os(&cause, path),
        _ => Error::new("zipfile.BadZipFile", "File is not a zip file"),
    })
}

/// The name of an array, from that of its file.
fn bare(name: &str) -> &str {
    name.strip_suffix(".npy").unwrap_or(name)
}

/// Whether the archive holds arrays with these names and no others.
pub fn check(path: &str, names: &[&str]) -> Result<()> {
    let archive = opened(path)?;
    let held: Vec<String> = archive.file_names().filter_map(|name| Some(bare(&name.ok()?).to_string())).collect();
    if held.len() == names.len() && held.iter().all(|name| names.contains(&&**name)) {
        return Ok(());
    }
    Err(Error::type_(format!(
        "'{path}' holds the arrays {}, but the program was compiled for {}; compile it again for this file",
        held.join(", "),
        names.join(", ")
    )))
}

/// The array with a name.
pub fn load(path: &str, name: &str) -> Result<Rc<Array>> {
    let mut archive = opened(path)?;
    let missing = |_| Error::new("KeyError", format!("'{name} is not a file in the archive'"));
    let mut entry = archive.by_name(&format!("{name}.npy")).map_err(missing)?;
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).map_err(|cause| Error::os(&cause, path))?;
    npy::read(Cursor::new(bytes), path)
}
