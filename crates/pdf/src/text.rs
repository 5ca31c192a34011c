//! What stands on pages, as text.

use std::collections::HashSet;

use hayro_cmap::BfString;
use hayro_interpret::font::Glyph;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use kurbo::{Affine, BezPath, Point, Rect};

use crate::file::{Broken, Dict, File, Id, Object, View, What};

/// Letters of one line stand less than this share of their size above each other; so far apart are words.
const APART: f64 = 0.15;

/// Brackets inside one another in what a page draws; nothing that is drawn needs more.
const MOST_LEVELS: usize = 64;

/// The text of each page, in the order in which it is drawn: letters that stand beside each other are one word, all else is
/// parted by blanks. What lies over a page, such as stamps, is not among it. A file that cannot be read by the letter has none.
pub fn texts(file: &[u8]) -> Result<Vec<String>, Broken> {
    check(file)?;
    let pdf = Pdf::new(file.to_vec()).map_err(|_| What::NoPages.at(0))?;

    let cache = InterpreterCache::new();
    let page = |page| {
        let nowhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let mut context = Context::new(Affine::IDENTITY, nowhere, &cache, pdf.xref(), settings);
        let mut drawn = Drawn::default();
        interpret_page(page, &mut context, &mut drawn);
        drawn.text
    };
    Ok(pdf.pages().iter().map(page).collect())
}

/// What it may cost to draw what a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Bytes of all that is read as words.
    pub(crate) words: u64,
    /// What a colour costs by the functions of the file, all of them together, where to fill a pixel is one.
    pub(crate) color: u64,
}

/// Whether a file is bounded in all that is read of it: the library that draws unpacks whatever there is, and goes as deep as
/// brackets do.
pub(crate) fn check(file: &[u8]) -> Result<Cost, Broken> {
    /// What a byte of a function of PostScript costs, and any other function, where to fill a pixel is one.
    const BYTE: u64 = 5;
    const FUNCTION: u64 = 256;
    let file = File::new(file)?;
    let view = file.view(file.bytes.len())?;
    let ids = view.ids();
    let mut read = HashSet::new();
    for id in &ids {
        if let Some(dict) = view.object(*id)?.dict() {
            read_as_words(&view, dict, &mut read);
        }
    }
    let mut cost = Cost { words: 0, color: 1 };
    for id in ids {
        let object = view.object(id)?;
        let Object::Stream(stream) = &*object else { continue };
        let Some(data) = view.unpacked(stream)? else { continue };
        if stream.dict.get("FunctionType").is_some() {
            // Between values of so many parts there are twice as many for each more.
            let parts = view.entry(&stream.dict, "Domain").array().map_or(0, <[_]>::len) / 2;
            let sampled = FUNCTION.saturating_mul(1_u64.checked_shl(parts as u32).unwrap_or(u64::MAX));
            cost.color = cost.color.saturating_add(sampled).saturating_add(BYTE * data.len() as u64);
        }
        let by_itself = |key: &[u8], value: &Object| match key {
            b"Subtype" => value.name() == Some("Form"),
            b"PatternType" | b"FunctionType" => true,
            _ => false,
        };
        let is_read = read.contains(&id) || stream.dict.0.iter().any(|(key, value)| by_itself(key, value));
        if is_read && levels(&data) > MOST_LEVELS {
            return Err(What::TooMuch.at(stream.start));
        }
        if is_read {
            cost.words = cost.words.saturating_add(data.len() as u64);
        }
    }
    Ok(cost)
}

/// The streams that a dictionary has for words and brackets: what pages and letters draw, what codes mean. All others, such as
/// fonts, pictures and tables, hold any bytes.
fn read_as_words(view: &View<'_, '_>, dict: &Dict, read: &mut HashSet<Id>) {
    for (key, value) in &dict.0 {
        match key.as_slice() {
            b"Contents" | b"ToUnicode" | b"Encoding" | b"UseCMap" => {
                read.extend(value.reference());
                let parts = view.get(value);
                let parts = parts.as_deref().ok().and_then(Object::array).unwrap_or_default();
                read.extend(parts.iter().filter_map(Object::reference));
            }
            b"CharProcs" => {
                let letters = view.get(value);
                let letters = letters.as_deref().ok().and_then(Object::dict);
                read.extend(letters.into_iter().flat_map(|letters| &letters.0).filter_map(|(_, one)| one.reference()));
            }
            _ => {}
        }
    }
}

/// How deep the brackets of some data go, strings apart.
fn levels(data: &[u8]) -> usize {
    let (mut level, mut deepest, mut strings) = (0_usize, 0, 0_usize);
    let mut bytes = data.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'(' => strings += 1,
            b')' => strings = strings.saturating_sub(1),
            b'[' | b'<' | b'{' if strings == 0 => level += 1,
            b']' | b'>' | b'}' if strings == 0 => level = level.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(level).max(strings);
    }
    deepest
}

/// What was drawn so far.
#[derive(Default)]
struct Drawn {
    text: String,
    /// Where the last letter ends, on its line, and how large it is.
    end: Option<(Point, f64)>,
}

impl Device<'_> for Drawn {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let place = transform * own;
        // A glyph is drawn in thousandths of its size.
        let across = |thousandths: f64| place * Point::new(thousandths, 0.0);
        let (start, size) = (across(0.0), (across(1000.0) - across(0.0)).hypot());
        let joined = self.end.is_some_and(|(end, last)| {
            let gap = start - end;
            gap.hypot() < APART * size.max(last)
        });
        if !joined {
            self.text.push(' ');
        }
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => self.text.push(char::REPLACEMENT_CHARACTER),
        }
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        self.end = advance.map(|advance| (across(advance), size));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
