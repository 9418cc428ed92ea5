//! Writing a file as a whole: to a neighbour first, then moved into place.

use crate::error::{Error, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Calls `fill` to write the contents of the file at `path`. When anything fails, whatever was at `path` is still there
/// and nothing else is.
pub fn write_file(path: &str, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let is_special = fs::metadata(&target).is_ok_and(|meta| !meta.is_file() && !meta.is_dir());
    if is_special {
        // A device or a pipe cannot be replaced, and has no half-written state to protect.
        let file = OpenOptions::new().write(true).open(&target).map_err(|cause| Error::os(&cause, path))?;
        return fill_file(file, path, fill);
    }
    let neighbour = neighbour_of(&target).ok_or_else(|| Error::os(&io::Error::from_raw_os_error(21), path))?;
    let file = File::create(&neighbour).map_err(|cause| Error::os(&cause, path))?;
    let done = fill_file(file, path, fill).and_then(|()| move_into_place(&neighbour, &target, path));
    if done.is_err() {
        // The first error is the one to report; a neighbour that cannot be removed is not worth another.
        let _ = fs::remove_file(&neighbour);
    }
    done
}

/// A new file beside the place of `path`, its name, and the place that it is moved to when it is whole.
pub fn neighbour_file(path: &str) -> Result<(File, PathBuf, PathBuf)> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let neighbour = neighbour_of(&target).ok_or_else(|| Error::os(&io::Error::from_raw_os_error(21), path))?;
    let file = File::create(&neighbour).map_err(|cause| Error::os(&cause, path))?;
    Ok((file, neighbour, target))
}

/// A name in the same folder that no other process uses; none when the path names no file.
fn neighbour_of(target: &Path) -> Option<PathBuf> {
    if target.is_dir() {
        return None;
    }
    let name = target.file_name()?.to_string_lossy();
    Some(target.with_file_name(format!(".{name}.{}.part", std::process::id())))
}

fn fill_file(file: File, path: &str, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::with_capacity(256 * 1024, file);
    fill(&mut out)?;
    out.flush().map_err(|cause| Error::os(&cause, path))
}

fn move_into_place(neighbour: &Path, target: &Path, path: &str) -> Result<()> {
    let failed = |cause: io::Error| Error::os(&cause, path);
    if let Ok(meta) = fs::metadata(target) {
        fs::set_permissions(neighbour, meta.permissions()).map_err(failed)?;
    }
    fs::rename(neighbour, target).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("phylanx-atomic-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = folder("failed");
        let path = folder.join("x.txt");
        fs::write(&path, "old").expect("written");
        let failed = write_file(path.to_str().expect("utf-8"), |out| {
            out.write_all(b"half").map_err(|cause| Error::os(&cause, "x.txt"))?;
            Err(Error::value("no more"))
        });
        assert_eq!(failed, Err(Error::value("no more")));
        assert_eq!(fs::read_to_string(&path).expect("there"), "old");
        assert_eq!(fs::read_dir(&folder).expect("there").count(), 1);
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_full_disk_is_an_os_error_that_names_the_file() {
        let full =
            write_file("/dev/full", |out| out.write_all(&[0; 1 << 20]).map_err(|cause| Error::os(&cause, "/dev/full")));
        let error = full.expect_err("full");
        assert_eq!(error.to_string(), "OSError: [Errno 28] No space left on device: '/dev/full'");
    }

    #[test]
    fn a_missing_folder_is_a_file_not_found_error() {
        let error = write_file("/no such folder/x", |_| Ok(())).expect_err("missing");
        assert_eq!(error.to_string(), "FileNotFoundError: [Errno 2] No such file or directory: '/no such folder/x'");
    }
}
