//! A document of two pages with all that can be tampered with, and its revisions.

use std::fmt::Write;

use super::cms::Cms;

/// Objects that do not change their numbers.
pub const CATALOG: u32 = 1;
pub const PAGES: u32 = 2;
pub const PAGE: u32 = 3;
pub const SECOND_PAGE: u32 = 4;
pub const CONTENT: u32 = 5;
pub const SECOND_CONTENT: u32 = 6;
pub const FONT: u32 = 7;
pub const IMAGE: u32 = 8;
pub const FILE_SPEC: u32 = 9;
pub const FILE: u32 = 10;
pub const LINK: u32 = 11;
pub const FORM: u32 = 12;
pub const TEXT_FIELD: u32 = 13;
pub const FIELD_LOOK: u32 = 14;
pub const COVER: u32 = 15;
pub const STAMP_FONT: u32 = 16;
pub const STAMP_LETTERS: u32 = 17;
pub const NOTE: u32 = 18;
pub const NOTE_LOOK: u32 = 19;

/// A file and what is needed to add to it.
#[derive(Debug, Clone)]
pub struct Doc {
    pub bytes: Vec<u8>,
    pub next: u32,
    /// Annotations of the first page, and fields.
    pub notes: Vec<u32>,
    pub fields: Vec<u32>,
    pub table: usize,
    pub catalog: String,
}

/// Makes a message of what is signed.
pub type Contents<'s> = Box<dyn Fn(&[u8]) -> Vec<u8> + 's>;

/// A signature to be made.
pub struct Sign<'s> {
    pub field: &'s str,
    pub rect: [u32; 4],
    pub cms: Cms,
    pub subfilter: &'s str,
    pub certify: Option<u8>,
    pub lock: Option<&'s str>,
    /// `D:20260301080000Z`
    pub time: Option<&'s str>,
    /// The text that it shows.
    pub shows: &'s str,
    /// What it draws in place of that.
    pub look: Option<&'s [u8]>,
    /// What else its field holds.
    pub rest: &'s str,
    /// The ranges, from those that are right: where the first ends, where the second begins, how long the file is.
    pub ranges: fn(usize, usize, usize) -> Vec<i64>,
    /// What stands in the file in place of the message: the message with the bytes that are signed.
    pub contents: Option<Contents<'s>>,
}

pub fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut all = format!("<< {dict} /Length {} >>\nstream\n", data.len()).into_bytes();
    all.extend_from_slice(data);
    all.extend_from_slice(b"\nendstream");
    all
}

pub fn right(first_end: usize, second: usize, length: usize) -> Vec<i64> {
    [0, first_end, second, length - second].map(|number| number as i64).to_vec()
}

impl Sign<'_> {
    /// The leader's, which certifies.
    pub fn leader() -> Self {
        Self {
            field: "Signature1",
            rect: [340, 150, 540, 260],
            cms: Cms::leader(),
            subfilter: "ETSI.CAdES.detached",
            certify: Some(2),
            lock: None,
            time: Some("D:20260301080000Z"),
            shows: "",
            look: None,
            rest: "/F 132 /P 3 0 R",
            ranges: right,
            contents: None,
        }
    }

    /// One of the organ's.
    pub fn organ(field: &'static str, rect: [u32; 4], shows: &'static str) -> Self {
        let subfilter = "adbe.pkcs7.detached";
        Self { field, rect, shows, cms: Cms::organ(), subfilter, certify: None, ..Self::leader() }
    }
}

/// The letters of the stamp's font: `A` is `1`, `B` is `2` and so on.
pub fn stamped(text: &str) -> String {
    text.chars().map(|digit| char::from(b'A' + digit.to_digit(10).map_or(25, |digit| (digit as u8 + 9) % 10))).collect()
}

impl Doc {
    /// The document before anybody signs.
    pub fn new() -> Self {
        let catalog = "/Type /Catalog /Pages 2 0 R /AcroForm 12 0 R /Names << /EmbeddedFiles << /Names \
            [(so-lieu.json) 9 0 R] >> >> /AF [9 0 R]";
        let letters = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <49> <0031> \
            endbfrange 1 beginbfchar <4A> <0030> endbfchar endcmap";
        let mut doc = Self {
            bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
            next: 20,
            notes: vec![LINK, TEXT_FIELD, NOTE],
            fields: vec![TEXT_FIELD],
            table: 0,
            catalog: catalog.to_owned(),
        };
        let image = stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
            &[1, 2, 3],
        );
        let objects: Vec<(u32, Vec<u8>)> = vec![
            (CATALOG, doc.catalog()),
            (PAGES, b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>".to_vec()),
            (PAGE, doc.page()),
            (
                SECOND_PAGE,
                b"<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> \
                >>"
                .to_vec(),
            ),
            (
                CONTENT,
                stream(
                    "",
                    b"BT /F1 12 Tf 72 727 Td (So:) Tj 82 0 Td (/BC) Tj ET q 10 0 0 10 72 600 cm /Im Do Q \
                /Cover Do",
                ),
            ),
            (SECOND_CONTENT, stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 500 trieu dong) Tj ET")),
            (FONT, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec()),
            (IMAGE, image),
            (
                FILE_SPEC,
                b"<< /Type /Filespec /F (so-lieu.json) /EF << /F 10 0 R >> /AFRelationship /Source \
                >>"
                .to_vec(),
            ),
            (FILE, stream("/Type /EmbeddedFile", b"{\"kinh-phi\": 500}")),
            (
                LINK,
                b"<< /Type /Annot /Subtype /Link /Rect [72 500 200 512] /A << /S /URI /URI \
                (https://vidu.example/) >> >>"
                    .to_vec(),
            ),
            (FORM, doc.form()),
            (
                TEXT_FIELD,
                b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 400 200 420] /F 4 /AP << \
                /N 14 0 R >> /V () >>"
                    .to_vec(),
            ),
            (FIELD_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"q Q")),
            (COVER, stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", b"1 g 72 300 200 20 re f")),
            (STAMP_FONT, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 17 0 R >>".to_vec()),
            (STAMP_LETTERS, stream("", letters)),
            (
                NOTE,
                b"<< /Type /Annot /Subtype /FreeText /Rect [72 350 200 370] /Contents (Ghi chu) /AP << /N 19 0 R \
                >> >>"
                    .to_vec(),
            ),
            (NOTE_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"1 g 0 0 128 20 re f")),
        ];
        doc.add(&objects, &[]);
        doc
    }

    pub fn catalog(&self) -> Vec<u8> {
        format!("<< {} >>", self.catalog).into_bytes()
    }

    pub fn page(&self) -> Vec<u8> {
        self.page_with("/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>")
    }

    pub fn page_with(&self, rest: &str) -> Vec<u8> {
        format!("<< /Type /Page /Parent 2 0 R {rest} /Annots [{}] >>", references(&self.notes)).into_bytes()
    }

    pub fn form(&self) -> Vec<u8> {
        format!("<< /Fields [{}] /SigFlags 3 /DA (/F1 10 Tf) >>", references(&self.fields)).into_bytes()
    }

    /// A number for a new object.
    pub fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Adds a revision: objects, and numbers that are freed.
    pub fn add(&mut self, objects: &[(u32, Vec<u8>)], freed: &[u32]) {
        self.add_with(objects, freed, "");
    }

    pub fn add_with(&mut self, objects: &[(u32, Vec<u8>)], freed: &[u32], trailer: &str) {
        let mut entries: Vec<(u32, Option<usize>)> = freed.iter().map(|number| (*number, None)).collect();
        for (number, body) in objects {
            entries.push((*number, Some(self.bytes.len())));
            self.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            self.bytes.extend_from_slice(body);
            self.bytes.extend_from_slice(b"\nendobj\n");
        }
        let table = self.bytes.len();
        let mut text = "xref\n0 1\n0000000000 65535 f \n".to_owned();
        for (number, place) in &entries {
            let _ = match place {
                Some(place) => write!(text, "{number} 1\n{place:010} 00000 n \n"),
                None => write!(text, "{number} 1\n0000000000 00001 f \n"),
            };
        }
        let prev = if self.table == 0 { String::new() } else { format!("/Prev {}", self.table) };
        let _ = write!(
            text,
            "trailer\n<< /Size {} /Root 1 0 R {prev} {trailer} >>\nstartxref\n{table}\n%%EOF\n",
            self.next
        );
        self.bytes.extend_from_slice(text.as_bytes());
        self.table = table;
    }

    /// Adds a signature, with its field.
    pub fn sign(&mut self, sign: &Sign<'_>) {
        let numbers = [self.number(), self.number(), self.number()];
        self.notes.push(numbers[1]);
        self.fields.push(numbers[1]);
        self.write(sign, numbers);
    }

    /// Adds an empty field for a signature; its object.
    pub fn empty_field(&mut self, field: &str, rest: &str) -> u32 {
        let widget = self.number();
        self.notes.push(widget);
        self.fields.push(widget);
        let dict = format!("<< /Type /Annot /Subtype /Widget /FT /Sig /T ({field}) {rest} >>");
        let (page, form) = (self.page(), self.form());
        self.add(&[(widget, dict.into_bytes()), (PAGE, page), (FORM, form)], &[]);
        widget
    }

    /// Signs in a field that is there.
    pub fn sign_in(&mut self, sign: &Sign<'_>, widget: u32) {
        let numbers = [self.number(), widget, self.number()];
        self.write(sign, numbers);
    }

    fn write(&mut self, sign: &Sign<'_>, [value, widget, look]: [u32; 3]) {
        let mut dict = format!("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /{}", sign.subfilter);
        let _ = sign.time.map(|time| write!(dict, " /M ({time})"));
        let mut references = String::new();
        let _ = sign.certify.map(|level| {
            write!(
                references,
                "<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type \
                /TransformParams /V /1.2 /P {level} >> >>"
            )
        });
        let _ = sign.lock.map(|action| {
            write!(
                references,
                "<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /V /1.2 {action} >> \
                >>"
            )
        });
        if !references.is_empty() {
            let _ = write!(dict, " /Reference [{references}]");
        }
        let room = 6_000 * sign.cms.stamps;
        let _ = write!(dict, " /ByteRange [{}] /Contents <{}> >>", " ".repeat(60), "0".repeat(room * 2));
        let [left, bottom, right, top] = sign.rect;
        let (width, height) = (right - left, top - bottom);
        let field = format!(
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T ({}) /V {value} 0 R {} /Rect [{left} \
                {bottom} {right} {top}] /AP << /N {look} 0 R >> >>",
            sign.field, sign.rest
        );
        let draws = format!("BT /S 12 Tf 2 4 Td ({}) Tj ET", stamped(sign.shows));
        let look_dict = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources << /Font << /S 16 0 R >> >>"
        );
        let drawn = if sign.shows.is_empty() { "0 0 1 RG 0 0 m 50 50 l S" } else { &draws };
        let objects = vec![
            (value, dict.into_bytes()),
            (widget, field.into_bytes()),
            (look, stream(&look_dict, sign.look.unwrap_or(drawn.as_bytes()))),
            (PAGE, self.page()),
            (FORM, self.form()),
        ];
        let before = self.bytes.len();
        self.add(&objects, &[]);
        self.fill(before, sign, room);
    }

    /// Signs what was prepared.
    fn fill(&mut self, before: usize, sign: &Sign<'_>, room: usize) {
        let find = |bytes: &[u8], what: &[u8]| {
            before + bytes[before..].windows(what.len()).position(|window| window == what).expect("it was written")
        };
        let range = find(&self.bytes, b"/ByteRange [") + 12;
        let open = find(&self.bytes, b"/Contents <") + 10;
        let close = open + 2 + room * 2;
        let numbers = (sign.ranges)(open, close, self.bytes.len());
        let text = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
        self.bytes[range..range + text.len()].copy_from_slice(text.as_bytes());
        // What cannot be taken is left out, as far as it goes: the message must be as right as can be.
        let piece = |pair: &[i64]| {
            let (start, end) = (usize::try_from(pair[0]).ok()?, usize::try_from(pair[0].checked_add(pair[1])?).ok()?);
            self.bytes.get(start..end).map(<[u8]>::to_vec)
        };
        let signed: Vec<u8> = numbers.chunks_exact(2).filter_map(piece).flatten().collect();
        let message = sign.contents.as_ref().map_or_else(|| sign.cms.make(&signed), |contents| contents(&signed));
        let hex: String = message.iter().map(|byte| format!("{byte:02x}")).collect();
        self.bytes[open + 1..open + 1 + hex.len()].copy_from_slice(hex.as_bytes());
    }
}

fn references(numbers: &[u32]) -> String {
    numbers.iter().map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ")
}
