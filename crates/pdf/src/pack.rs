//! Small objects in compressed streams (ISO 32000-1, 7.5.7), and where everything stands in one more (7.5.8).

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::objects::Objects;

/// So many objects go into one stream, some 100 KB: a reader that needs one of them unpacks all.
const TOGETHER: usize = 1_000;

/// Where an object stands in the packed file.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// The offset of an object of its own.
    At(usize),
    /// The number of the stream that holds it, and which of the objects in there it is.
    Within(usize, usize),
}

/// The same file with all objects that are no streams in compressed streams, and with more entries in its catalogue; or none
/// if it is older than PDF 1.5, which does not know such streams, or not written as the typesetter writes. Objects keep their
/// numbers; the same file gives the same bytes.
pub fn packed(file: &[u8], entries: &str) -> Option<Vec<u8>> {
    let mut objects = Objects::read(file).filter(|objects| objects.version >= "1.5")?;
    let root = objects.root()?;
    let catalog = objects.bodies.get(root - 1).copied().flatten()?.strip_suffix(b">>")?;
    let catalog = [catalog, entries.as_bytes(), b">>"].concat();
    objects.bodies[root - 1] = Some(&catalog);
    let mut out = Vec::with_capacity(file.len());
    writeln!(out, "%PDF-{}", objects.version).ok()?;
    // It tells programs that this is no text.
    out.extend_from_slice(b"%\x80\x80\x80\x80\n");
    let mut places = vec![Place::Free];
    let mut small = Vec::new();
    for (number, body) in (1..).zip(&objects.bodies) {
        places.push(match body {
            None => Place::Free,
            Some(body) if body.ends_with(b"endstream") => put(&mut out, number, &[body])?,
            Some(body) => {
                small.push((number, *body));
                Place::Free
            }
        });
    }
    for together in small.chunks(TOGETHER) {
        let stream = places.len();
        places.push(put_together(&mut out, stream, together)?);
        for (index, (number, _)) in together.iter().enumerate() {
            places[*number] = Place::Within(stream, index);
        }
    }
    put_table(&mut out, places, &objects.trailer)?;
    Some(out)
}

/// Writes an object of its own.
fn put(out: &mut Vec<u8>, number: usize, parts: &[&[u8]]) -> Option<Place> {
    let place = Place::At(out.len());
    writeln!(out, "{number} 0 obj").ok()?;
    for part in parts {
        out.extend_from_slice(part);
    }
    out.extend_from_slice(b"\nendobj\n");
    Some(place)
}

/// Writes a stream with what is given as its entries, beside length and filter.
fn put_stream(out: &mut Vec<u8>, number: usize, entries: &str, content: &[u8]) -> Option<Place> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).ok()?;
    let content = encoder.finish().ok()?;
    let head = format!("<<{entries}/Filter/FlateDecode/Length {}>>\nstream\n", content.len());
    put(out, number, &[head.as_bytes(), &content, b"\nendstream"])
}

/// Writes objects in one stream: pairs of number and offset, then the objects.
fn put_together(out: &mut Vec<u8>, stream: usize, objects: &[(usize, &[u8])]) -> Option<Place> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for (number, body) in objects {
        index.push_str(&format!("{number} {} ", bodies.len()));
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), index.len());
    put_stream(out, stream, &entries, &[index.as_bytes(), &bodies].concat())
}

/// Writes where everything stands, as a stream, and the end of the file.
fn put_table(out: &mut Vec<u8>, mut places: Vec<Place>, trailer: &str) -> Option<()> {
    let (start, table) = (out.len(), places.len());
    places.push(Place::At(start));
    // As many bytes as the largest offset or number takes.
    let wide = 8 - start.max(table).leading_zeros() as usize / 8;
    let row = |place: &Place| {
        let (kind, value, within) = match *place {
            Place::Free => (0, 0, 0),
            Place::At(offset) => (1, offset, 0),
            Place::Within(stream, index) => (2, stream, index),
        };
        let value = (value as u64).to_be_bytes();
        [&[kind], &value[value.len() - wide..], &(within as u16).to_be_bytes()[..]].concat()
    };
    let columns = wide + 3;
    // Each row as what it differs by from the one above (PNG's filter "up"): numbers in order compress to nothing.
    let mut above = vec![0_u8; columns];
    let mut rows = Vec::with_capacity(places.len() * (columns + 1));
    for place in &places {
        let this = row(place);
        rows.push(2);
        rows.extend(this.iter().zip(&above).map(|(byte, above)| byte.wrapping_sub(*above)));
        above = this;
    }
    let entries = format!(
        "/Type/XRef/Size {}/W[1 {wide} 2]/DecodeParms<</Predictor 12/Columns {columns}>>{trailer}",
        places.len()
    );
    put_stream(out, table, &entries, &rows)?;
    writeln!(out, "startxref\n{start}\n%%EOF").ok()
}
