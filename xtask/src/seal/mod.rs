//! Seals a built page: no inline code is left in it, and a strict Content-Security-Policy stands first in its head.
//!
//! Trunk starts the program with an inline module script whose text changes with every build. A policy that allows it
//! would need a new hash each time, so the script is replaced by a file of our own, `boot-<hash>.js`, which also puts
//! the Trusted Types policy in place first. Before it goes `rescue-<hash>.js`, which helps when the program cannot
//! start or has stopped, and so must not depend on it; and before that `check-<hash>.js`, which says so where neither can
//! run: from a disk, or in a browser that is too old. The worker that reads large files gets a name of this build. The style
//! sheets become one, as lean as the scripts. The scripts
//! that make the page open without the network are written here too, because they name the finished files.

mod file_worker;
pub mod html;
mod offline;
pub mod policy;
mod style;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use html::Tag;
pub use offline::{SWITCH, comes_later, files};
use sha2::{Digest, Sha256};

use crate::compress;

/// The start script, with `{code}`, `{program}`, `{offline}` and `{reader}` in the places of the four file names.
const BOOT: &str = include_str!("boot.js");

/// What says so where nothing can start.
const CHECK: &str = include_str!("check.js");

/// What helps when the program has stopped.
const RESCUE: &str = include_str!("rescue.js");

/// The characters in which a browser looks for a page's encoding, by the HTML standard.
const CHARSET_WITHIN: usize = 1024;

/// A sealed page and the scripts that go with it.
#[derive(Debug)]
struct Sealed {
    page: String,
    check_name: String,
    rescue_name: String,
    boot_name: String,
    boot: String,
}

/// Seals the page in Trunk's staging folder, which Trunk names in the environment.
pub fn run() -> Result<(), String> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(
        "TRUNK_STAGING_DIR is not set. `seal` is called by Trunk during a build; run `cargo xtask build` instead.",
    )?;
    seal_folder(&folder)
}

/// Writes the service worker of a finished folder anew, after something in it was changed.
pub fn write_worker(folder: &Path) -> Result<(), String> {
    offline::write_worker(folder)?;
    compress::delete_stale_copies(folder)
}

/// Seals the `index.html` of a folder in place and writes the scripts beside it, last the one that names all the others.
fn seal_folder(folder: &Path) -> Result<(), String> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path)
        .map_err(|error| format!("The built page {} cannot be read: {error}.", path.display()))?;
    let styled = style::join(&page, |name| {
        let sheet = folder.join(name);
        fs::read_to_string(&sheet).map_err(|error| format!("{} cannot be read: {error}.", sheet.display()))
    })?;
    write(&folder.join(&styled.name), &styled.text)?;
    for name in &styled.joined {
        let sheet = folder.join(name);
        fs::remove_file(&sheet).map_err(|error| format!("{} cannot be deleted: {error}.", sheet.display()))?;
    }
    let sealed = seal(&styled.page, &file_worker::name(folder)?)?;
    write(&folder.join(&sealed.check_name), &without_comments(CHECK))?;
    write(&folder.join(&sealed.rescue_name), &without_comments(RESCUE))?;
    write(&folder.join(&sealed.boot_name), &sealed.boot)?;
    let (name, text) = offline::page_script();
    write(&folder.join(name), &text)?;
    write(&path, &sealed.page)?;
    offline::write_worker(folder)
}

/// Writes a file, with a sentence where that fails.
fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

/// Seals the text of a page, which has the worker for files whose script has this name.
fn seal(page: &str, reader: &str) -> Result<Sealed, String> {
    let check_name = format!("check-{}.js", short_hash(CHECK.as_bytes()));
    let rescue_name = format!("rescue-{}.js", short_hash(RESCUE.as_bytes()));
    let (boot_name, boot, page) = move_start_script(page, &check_name, &rescue_name, reader)?;
    let page = drop_program_integrity(&page);
    let page = policy_first(&page)?;
    check(&page)?;
    Ok(Sealed { page, check_name, rescue_name, boot_name, boot })
}

/// Takes Trunk's inline module script out of the page and gives the name and text of the file that replaces it. The rescue
/// script goes in before it, to be there whatever becomes of it, and the check first of all. That one is no module: a browser
/// refuses modules from a disk. All three run in their order once the page is read.
fn move_start_script(page: &str, check: &str, rescue: &str, reader: &str) -> Result<(String, String, String), String> {
    let tags = html::tags(page);
    let mut inline = tags.iter().filter(|tag| tag.name == "script" && tag.attribute("src").is_none());
    let script = inline.next().ok_or(
        "The built page has no inline start script. Was it sealed before? Delete dist/ and run `cargo xtask build`.",
    )?;
    if inline.next().is_some() {
        return Err("The built page has a second inline script. Move the one in index.html into a file.".into());
    }
    let text = &page[script.text.clone()];
    let unknown = "Trunk's start script is not the one that is known here. Use the Trunk version that \
                   `cargo xtask build` installs, or teach xtask/src/seal the new one.";
    let code = quoted_file(text, ".js").ok_or(unknown)?;
    let program = quoted_file(text, ".wasm").ok_or(unknown)?;
    let offline = format!("./{}", offline::page_script().0);
    let boot = without_comments(BOOT);
    let boot = boot.replace("{code}", code).replace("{program}", program).replace("{offline}", &offline);
    let boot = boot.replace("{reader}", &format!("./{reader}"));
    let name = format!("boot-{}.js", short_hash(boot.as_bytes()));
    let modules = [rescue, &name].map(|name| format!("<script type=\"module\" src=\"./{name}\"></script>")).concat();
    let element = format!("<script defer src=\"./{check}\"></script>{modules}");
    let page = replaced(page, script.place.start, script.end, &element);
    Ok((name, boot, page))
}

/// The first quoted name in a script with this ending that is a relative file name, such as `./name.js`.
fn quoted_file<'a>(script: &'a str, ending: &str) -> Option<&'a str> {
    script.split(['\'', '"']).find(|part| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/');
        part.starts_with("./") && part.ends_with(ending) && part.chars().all(plain)
    })
}

/// Takes `integrity` off the preload of the Wasm program: Chromium ignores it there and warns on the console.
fn drop_program_integrity(page: &str) -> String {
    let tags = html::tags(page);
    let preload = tags.iter().find(|tag| {
        tag.name == "link"
            && tag.attribute("rel") == Some("preload")
            && tag.attribute("href").is_some_and(|href| href.ends_with(".wasm"))
    });
    let Some((tag, value)) = preload.and_then(|tag| Some((tag, tag.attribute("integrity")?))) else {
        return page.to_owned();
    };
    let element = page[tag.place.clone()].replace(&format!(" integrity=\"{value}\""), "");
    replaced(page, tag.place.start, tag.place.end, &element)
}

/// Puts the policy first in the head, so that it holds for everything behind it.
fn policy_first(page: &str) -> Result<String, String> {
    let tags = html::tags(page);
    let found = tags.iter().find(|tag| is_policy(tag)).ok_or_else(|| {
        format!(
            "index.html has no Content-Security-Policy. Put this first in its head: \
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />",
            policy::for_page()
        )
    })?;
    policy::compare(found.attribute("content").unwrap_or_default())?;
    let head = tags.iter().find(|tag| tag.name == "head").ok_or("index.html has no <head> element; write one.")?;
    if head.place.end > found.place.start {
        return Err(
            "The Content-Security-Policy in index.html stands before the head. Put it first in the head.".into()
        );
    }
    let element = page[found.place.clone()].to_owned();
    let before = page[..found.place.start].trim_end().len();
    let without = replaced(page, before, found.place.end, "");
    Ok(replaced(&without, head.place.end, head.place.end, &format!("\n    {element}")))
}

/// Tells whether a tag is the page's Content-Security-Policy.
fn is_policy(tag: &Tag) -> bool {
    tag.name == "meta"
        && tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy"))
}

/// Looks over a finished page; the problem names the first thing that the policy would block or that is not ours.
fn check(page: &str) -> Result<(), String> {
    let tags = html::tags(page);
    let head = tags.iter().position(|tag| tag.name == "head");
    if !head.and_then(|index| tags.get(index + 1)).is_some_and(is_policy) {
        return Err("The Content-Security-Policy is not the first element of the head.".into());
    }
    if tags.iter().filter(|tag| is_policy(tag)).count() > 1 {
        return Err("index.html has two Content-Security-Policies. Keep one.".into());
    }
    let charset = tags.iter().find(|tag| tag.name == "meta" && tag.attribute("charset").is_some());
    if charset.is_none_or(|tag| tag.place.end > CHARSET_WITHIN) {
        return Err("index.html needs <meta charset=\"utf-8\" /> directly behind the Content-Security-Policy.".into());
    }
    tags.iter().try_for_each(|tag| check_tag(tag, &page[tag.place.clone()]))
}

/// Looks over one tag of a finished page.
fn check_tag(tag: &Tag, written: &str) -> Result<(), String> {
    if tag.name == "script" && (tag.attribute("src").is_none() || !tag.text.is_empty()) {
        return Err("An inline script is left in the page. Move it into a file.".into());
    }
    if tag.name == "style" {
        return Err("A <style> element is left in the page. Move its rules into a file of style/.".into());
    }
    for (name, value) in &tag.attributes {
        if name.starts_with("on") {
            return Err(format!("The event handler `{name}` in `{written}` would not run. Listen in the program."));
        }
        if name == "style" {
            return Err(format!("The inline style in `{written}` would be dropped. Use a class."));
        }
        let address = name == "src" || (name == "href" && tag.name == "link");
        let foreign = value.starts_with('/') || value.starts_with("http:") || value.starts_with("https:");
        if (address && foreign) || value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            return Err(format!("The address in `{written}` must be relative: the page works from any folder."));
        }
    }
    Ok(())
}

/// The page with the bytes between two places exchanged.
fn replaced(page: &str, start: usize, end: usize, by: &str) -> String {
    format!("{}{by}{}", &page[..start], &page[end..])
}

/// A script of ours without the lines that are only comments: they are for those who build, not for those who load it.
fn without_comments(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The first sixteen hexadecimal digits of a content's SHA-256: enough to tell builds apart in a file name.
pub fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
