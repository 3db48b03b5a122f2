//! Pictures of the page as a machine looks at them: what has changed between two, and where anything is drawn at all.

use std::collections::HashMap;
use std::io::Cursor;

use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;

/// A part of the window in CSS pixels, each of which is one of a picture.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Area {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// To the right of it.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

impl Area {
    /// The area of words without what [`Desk::areas_of`] adds above and below.
    pub fn without_surroundings(&self) -> Self {
        Self { top: self.top + self.height / 6.0, height: self.height / 1.5, ..*self }
    }
}

/// What the browser showed.
pub struct Picture {
    width: usize,
    height: usize,
    /// Red, green and blue of each pixel, line by line.
    pixels: Vec<[u8; 3]>,
}

/// How far two colours lie apart at least, in one of their parts, that are seen as two: an engine may round anew what it has
/// not changed.
const SEEN_AS_ANOTHER: u8 = 8;

/// Tells whether two colours are seen as two.
fn differ(one: [u8; 3], other: [u8; 3]) -> bool {
    one.iter().zip(other).any(|(one, other)| one.abs_diff(other) >= SEEN_AS_ANOTHER)
}

impl Picture {
    fn of(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a picture");
        let mut bytes = vec![0; reader.output_buffer_size().expect("the size of a picture")];
        let frame = reader.next_frame(&mut bytes).expect("a picture");
        let samples = frame.color_type.samples();
        let colour = |pixel: &[u8]| if samples < 3 { [pixel[0]; 3] } else { [pixel[0], pixel[1], pixel[2]] };
        let pixels = bytes[..frame.buffer_size()].chunks_exact(samples).map(colour).collect();
        Self { width: frame.width as usize, height: frame.height as usize, pixels }
    }

    /// The pixels of an area, as far as the picture reaches.
    fn part(&self, area: &Area) -> impl Iterator<Item = [u8; 3]> {
        let within = |from: f64, length: f64, limit: usize| {
            let whole = |place: f64| place.clamp(0.0, limit as f64) as usize;
            whole(from.floor())..whole((from + length).ceil())
        };
        let (columns, rows) = (within(area.left, area.width, self.width), within(area.top, area.height, self.height));
        rows.flat_map(move |row| columns.clone().map(move |column| self.pixels[row * self.width + column]))
    }

    /// How many pixels of some areas differ from those of another picture.
    pub fn changes(&self, other: &Self, areas: &[Area]) -> usize {
        let changed = |area: &Area| {
            let both = self.part(area).zip(other.part(area));
            both.filter(|(one, other)| differ(*one, *other)).count()
        };
        areas.iter().map(changed).sum()
    }

    /// How many pixels of an area are nearly white.
    pub fn bright(&self, area: &Area) -> usize {
        self.part(area).filter(|colour| colour.iter().all(|part| *part > 200)).count()
    }

    /// How many pixels of an area have another colour than most of it.
    pub fn drawn(&self, area: &Area) -> usize {
        let mut colours: HashMap<[u8; 3], usize> = HashMap::new();
        for colour in self.part(area) {
            *colours.entry(colour).or_default() += 1;
        }
        let ground = colours.iter().max_by_key(|(_, count)| **count).map(|(colour, _)| *colour);
        self.part(area).filter(|colour| ground.is_some_and(|ground| differ(*colour, ground))).count()
    }
}

impl Desk {
    /// What the browser shows at this moment: to be compared with others until it is as it should be.
    pub async fn picture(&self) -> Picture {
        self.settle().await;
        Picture::of(&self.browser.screenshot().await)
    }

    /// Where the words between two code points stand, in one area for each line, with what is drawn close above and below.
    pub async fn areas_of(&self, start: usize, end: usize) -> Vec<Area> {
        let body = "const [first, last] = [...arguments].map((position) => place(position));
            const range = document.createRange();
            range.setStart(first.node, first.offset);
            range.setEnd(last.node, last.offset);
            return [...range.getClientRects()].map(({ left, top, width, height }) =>
              ({ left, top: top - height / 4, width, height: height * 1.5 }))";
        self.settled("the place of some words", async || self.ask(body, &[json!(start), json!(end)]).await).await
    }

    /// Where the elements of a selector stand that the window shows whole, with their words.
    pub async fn areas_in_view(&self, selector: &str) -> Vec<(String, Area)> {
        let body = "return [...document.querySelectorAll(arguments[0])].map((each) => {
              const range = document.createRange();
              range.selectNodeContents(each);
              const { left, top, width, height, bottom, right } = range.getBoundingClientRect();
              const seen = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && width > 0;
              const over = seen ? document.elementFromPoint(left + 4, (top + bottom) / 2) : null;
              return each.contains(over) ? [each.textContent, { left, top, width, height }] : null;
            }).filter((each) => each)";
        self.settled("the places of elements", async || self.ask(body, &[Value::from(selector)]).await).await
    }
}
