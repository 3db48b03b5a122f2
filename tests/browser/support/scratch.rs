//! Files: a folder that goes away by itself, and where the project's own are.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A new folder in the system's place for temporary files; removed when dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes a folder that nobody else has.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("bluepencil-browser-{}-{number}", std::process::id()));
        for inside in ["downloads", "temporary"] {
            std::fs::create_dir_all(folder.join(inside)).expect("a folder for temporary files");
        }
        Self(folder)
    }

    /// Keeps the folder for one who takes it away by himself.
    pub fn kept(mut self) -> PathBuf {
        std::mem::take(&mut self.0)
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where its browser keeps everything.
    pub fn profile(&self) -> PathBuf {
        self.path("profile")
    }

    /// Writes a file into it and gives its path.
    pub fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let file = self.path(name);
        std::fs::write(&file, content).expect("a temporary file");
        file
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if self.0.as_os_str().is_empty() {
            return;
        }
        // The browser may still write a last file into its profile; what stays behind is the system's to sweep.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A path seen from the project's folder, made whole.
pub fn beside_the_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
