//! A temporary folder that goes away with its value.

use anyhow::Context;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of this process.
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes an empty folder.
    ///
    /// # Errors
    /// When the temporary folder cannot be written.
    pub fn new() -> anyhow::Result<Scratch> {
        // Several folders of one process must not meet.
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("phylanx-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Scratch { folder })
    }

    /// Path of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind lies among temporary files and harms nobody.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
