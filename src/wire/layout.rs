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

/// The JSON text of a value. Both layouts go through one formatter, so that the serializer is compiled once for each type.
pub fn to_json<T: Serialize>(value: &T, layout: Layout) -> String {
    let mut bytes = Vec::new();
    let setter = Setter { indented: layout == Layout::Indented, level: 0, due: false, broken: false };
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, setter));
    // Writing to memory, with texts as keys and no number but finite ones, has nothing that could fail.
    if written.is_err() {
        return String::new();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

struct Setter {
    indented: bool,
    level: usize,
    /// An item of a list comes next and its line break is not written yet: numbers do without.
    due: bool,
    /// The list or object that was written last stands on several lines.
    broken: bool,
}

impl Setter {
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

impl Formatter for Setter {
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
        self.due = self.indented;
        if first { Ok(()) } else { writer.write_all(b",") }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        // An item that was no number broke the line, and so the list ends on a line of its own.
        self.broken |= self.indented && !self.due;
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
        if self.indented { self.line(writer) } else { Ok(()) }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.indented { b": " } else { b":" })
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.broken = self.indented;
        Ok(())
    }
}
