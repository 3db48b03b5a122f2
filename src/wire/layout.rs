//! How JSON is set: on one line for storage, indented for files.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// Whether JSON is for a program or for a person's eye as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// No white space.
    Compact,
    /// Two spaces a level; lists of numbers stay on one line.
    Indented,
}

/// The JSON text of a value.
pub fn to_json<T: Serialize>(value: &T, layout: Layout) -> String {
    // Writing to memory, with texts as keys and no number but finite ones, has nothing that could fail.
    match layout {
        Layout::Compact => serde_json::to_string(value).unwrap_or_default(),
        Layout::Indented => indented(value, 0).unwrap_or_default(),
    }
}

/// The same for a value that stands so many levels deep in a file that is set with [`Layout::Indented`].
pub fn to_json_at<T: Serialize>(value: &T, level: usize) -> String {
    indented(value, level).unwrap_or_default()
}

fn indented<T: Serialize>(value: &T, level: usize) -> Option<String> {
    let mut bytes = Vec::new();
    let formatter = Indent { level, ..Indent::default() };
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter)).ok()?;
    String::from_utf8(bytes).ok()
}

/// The line break before what stands so many levels deep.
pub fn line_at(level: usize) -> String {
    format!("\n{}", "  ".repeat(level))
}

/// Like the formatter of serde_json, but that lists of numbers stay on one line.
#[derive(Default)]
struct Indent {
    level: usize,
    /// An item of a list comes next and its line break is not written yet: numbers do without.
    due: bool,
    /// The list or object that was written last stands on several lines.
    broken: bool,
}

impl Indent {
    fn line<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.level).try_for_each(|_| writer.write_all(b"  "))
    }

    /// Writes the line break that is due before anything but a number.
    fn settle<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if std::mem::take(&mut self.due) {
            self.broken = true;
            self.line(writer)?;
        }
        Ok(())
    }

    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.settle(writer)?;
        self.level += 1;
        self.broken = false;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.level = self.level.saturating_sub(1);
        if std::mem::take(&mut self.broken) {
            self.line(writer)?;
        }
        writer.write_all(bracket)
    }
}

impl Formatter for Indent {
    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        writer.write_all(b"null")
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        writer.write_all(b"\"")
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.due = true;
        if first { Ok(()) } else { writer.write_all(b",") }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        // An item that was no number broke the line, and so the list ends on a line of its own.
        self.broken |= !self.due;
        self.due = false;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.line(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.broken = true;
        Ok(())
    }
}
