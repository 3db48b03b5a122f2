//! The worker that reads large files: its two files get names with the hash of their content, as all others have, and its script
//! starts its program by itself.

use std::fs;
use std::path::Path;

use super::{short_hash, write};

/// The names that Trunk gives to the script and to the program: it writes no hash into those of a worker.
const SCRIPT: &str = "file-worker.js";
const PROGRAM: &str = "file-worker_bg.wasm";

/// What starts the program. An error must reach the page, which a promise that is rejected does not.
const START: &str = "__wbg_init().catch(reportError);\n";

/// Tells whether a file is one of the worker's.
pub fn is_part(name: &str) -> bool {
    name.starts_with("file-worker-")
}

/// Names the two files in a folder anew and gives the name of the script.
pub fn name(folder: &Path) -> Result<String, String> {
    let unread = |name: &str, error| format!("The worker's {name} cannot be read: {error}.");
    let program = fs::read(folder.join(PROGRAM)).map_err(|error| unread(PROGRAM, error))?;
    let script = fs::read_to_string(folder.join(SCRIPT)).map_err(|error| unread(SCRIPT, error))?;
    let program_name = format!("file-worker-{}_bg.wasm", short_hash(&program));
    let script = starting(&script, &program_name)?;
    let script_name = format!("file-worker-{}.js", short_hash(script.as_bytes()));
    let failed = |error| format!("The worker's {PROGRAM} cannot be renamed: {error}.");
    fs::rename(folder.join(PROGRAM), folder.join(program_name)).map_err(failed)?;
    write(&folder.join(&script_name), &script)?;
    fs::remove_file(folder.join(SCRIPT)).map_err(|error| format!("{SCRIPT} cannot be deleted: {error}."))?;
    Ok(script_name)
}

/// The script, which starts the program of this name.
fn starting(script: &str, program: &str) -> Result<String, String> {
    if script.matches(PROGRAM).count() != 1 || !script.contains("async function __wbg_init(") {
        return Err(
            "The worker's script is not the one that is known here. Use the wasm-bindgen that `cargo xtask build` \
                    installs, or teach xtask/src/seal the new one."
                .into(),
        );
    }
    Ok(format!("{}\n{START}", script.replace(PROGRAM, program).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_starts_the_program_by_its_new_name() {
        let script = "async function __wbg_init(path) { path = new URL('file-worker_bg.wasm', import.meta.url); }\n";
        let expected = "async function __wbg_init(path) { path = new URL('file-worker-1_bg.wasm', import.meta.url); }\n\
                        __wbg_init().catch(reportError);\n";
        assert_eq!(starting(script, "file-worker-1_bg.wasm").unwrap(), expected);
    }

    #[test]
    fn an_unknown_script_is_refused() {
        for script in ["", "new URL('file-worker_bg.wasm')", "async function __wbg_init(path) {}"] {
            assert!(starting(script, "x").unwrap_err().contains("not the one that is known"), "{script}");
        }
    }
}
