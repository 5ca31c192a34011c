//! The pipeline: what an office brings, and the way from bytes to pages.

use std::path::Path;

use crate::compose::compose;
use crate::diagnostic::{Finding, has_errors};
use crate::document::Document;
use crate::msg;
use crate::report::{self, Images, Input, Limits, Report};
use crate::template::Templates;
use crate::typeset::{self, Attachment, Fonts, Pages, Standards};

/// Letters below this code are looked up in a table; it covers Latin with all its marks.
const KNOWN_LETTERS: usize = 0x2200;

/// What an office brings to every report: templates, fonts, limits.
#[derive(Debug, Clone, Default)]
pub struct Office {
    /// The templates, built in or overlaid.
    pub templates: Templates,
    /// The fonts.
    pub fonts: Fonts,
    /// What an input may be at most.
    pub limits: Limits,
}

/// A report and the document made of it.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The file.
    pub input: Input,
    /// The report.
    pub report: Report,
    /// The document.
    pub document: Document,
    /// Images of signatures and seals.
    pub images: Images,
}

impl Office {
    /// Reads a report and composes its document. `name` is the file's name for findings; images are looked for in
    /// `folder`.
    pub fn compose(&self, name: &str, bytes: Vec<u8>, folder: &Path, findings: &mut Vec<Finding>) -> Option<Composed> {
        let input = Input::parse(name, bytes, self.limits, findings)?;
        self.check_letters(&input, findings);
        let report = report::read(&input, findings)?;
        let images = report::images(&report, &input, folder, findings);
        let document = compose(&report, &input, &self.templates, findings)?;
        (!has_errors(findings)).then_some(Composed { input, report, document, images })
    }

    /// Lays a document out. With `attach` the report's bytes go into the PDF.
    pub fn pages(&self, composed: &Composed, attach: bool, findings: &mut Vec<Finding>) -> Option<Pages> {
        let file = Path::new(&composed.input.source.name).file_name().and_then(|name| name.to_str());
        let name = file.filter(|name| *name != "-").unwrap_or("bao-cao.json").to_owned();
        let attachment = attach.then(|| Attachment { name, bytes: composed.input.bytes.clone() });
        typeset::pages(
            &composed.document,
            attachment.as_ref(),
            &composed.images,
            &self.templates,
            &self.fonts,
            findings,
        )
    }

    /// The whole way from a report to its PDF. Images are looked for beside the file that `name` names.
    pub fn pdf(
        &self,
        name: &str,
        bytes: Vec<u8>,
        standards: &Standards,
        findings: &mut Vec<Finding>,
    ) -> Option<Vec<u8>> {
        let folder = Path::new(name).parent().unwrap_or(Path::new(""));
        let composed = self.compose(name, bytes, folder, findings)?;
        let pages = self.pages(&composed, standards.allow_attachment(), findings)?;
        typeset::pdf(&pages, standards, findings)
    }

    /// Letters that no font has would print as nothing.
    fn check_letters(&self, input: &Input, findings: &mut Vec<Finding>) {
        use crate::vietnamese::encoding;
        // Fonts are asked once a letter: reports repeat their letters a hundred thousand times.
        let mut known = vec![false; KNOWN_LETTERS];
        for (pointer, text) in input.strings() {
            let mut printable = |c: char| {
                let fine = |c: char| c.is_whitespace() || encoding::is_invisible(c) || self.fonts.has(c);
                match known.get_mut(c as usize) {
                    Some(known) => {
                        *known
                            || (fine(c) && {
                                *known = true;
                                true
                            })
                    }
                    None => fine(c),
                }
            };
            if let Some(letter) = encoding::nfc(text).chars().find(|c| !printable(*c)) {
                let code = u32::from(letter);
                findings.push(
                    Finding::error(
                        "van-ban/phong-chu-thieu",
                        msg!("phông chữ không có ký tự này", "the font lacks this character"),
                    )
                    .at(input.place(pointer))
                    .found(format!("{letter} (U+{code:04X})"))
                    .hint(msg!(
                        "thay ký tự này, hoặc dùng phông Times New Roman có nó (--font-dir)",
                        "replace it, or bring a Times New Roman that has it (--font-dir)"
                    )),
                );
            }
        }
    }
}
