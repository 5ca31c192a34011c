//! Pages as PDF.

use std::fmt;
use std::str::FromStr;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::pages::{Pages, tell};
use super::signing;

/// The PDF standards that a file shall meet.
#[derive(Debug, Clone)]
pub struct Standards {
    names: String,
    list: Vec<PdfStandard>,
    checked: PdfStandards,
}

impl Default for Standards {
    /// PDF/A-3a and PDF/UA-1: for the archive, with its data inside, readable by everybody.
    fn default() -> Self {
        Self::new(&["a-3a", "ua-1"]).unwrap_or_else(|_| Self {
            names: String::new(),
            list: Vec::new(),
            checked: PdfStandards::default(),
        })
    }
}

impl Standards {
    /// The names of all standards.
    pub const NAMES: [&str; 17] = [
        "1.4", "1.5", "1.6", "1.7", "2.0", "a-1b", "a-1a", "a-2b", "a-2u", "a-2a", "a-3b", "a-3u", "a-3a", "a-4",
        "a-4f", "a-4e", "ua-1",
    ];

    /// Standards by their names; the error says why they do not go together.
    pub fn new(names: &[&str]) -> Result<Self, String> {
        let list = names.iter().map(|name| standard(name)).collect::<Result<Vec<_>, _>>()?;
        let checked = PdfStandards::new(&list).map_err(|error| error.message().to_string())?;
        Ok(Self { names: names.join(","), list, checked })
    }

    /// Whether a file of these standards may carry the report inside: no PDF/A does but A-3 and A-4f.
    pub fn allow_attachment(&self) -> bool {
        use PdfStandard as S;
        !self
            .list
            .iter()
            .any(|standard| matches!(standard, S::A_1b | S::A_1a | S::A_2b | S::A_2u | S::A_2a | S::A_4 | S::A_4e))
    }
}

impl fmt::Display for Standards {
    /// As they were named.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.names)
    }
}

impl FromStr for Standards {
    type Err = String;

    fn from_str(names: &str) -> Result<Self, String> {
        Self::new(&names.split(',').map(str::trim).collect::<Vec<_>>())
    }
}

fn standard(name: &str) -> Result<PdfStandard, String> {
    serde_json::from_value(serde_json::Value::String(name.to_owned()))
        .map_err(|_| format!("{name}: {}", Standards::NAMES.join(", ")))
}

/// Writes pages as PDF. The same pages give the same bytes.
pub fn pdf(pages: &Pages, standards: &Standards, findings: &mut Vec<Finding>) -> Option<Vec<u8>> {
    let options = PdfOptions {
        creator: Smart::Custom(Some(format!("baocao {}", env!("CARGO_PKG_VERSION")))),
        standards: standards.checked.clone(),
        ..PdfOptions::default()
    };
    match typst_pdf::pdf(&pages.document, &options) {
        // What is older than PDF 1.5 stays as it is.
        Ok(bytes) => Some(baocao_pdf::packed(&bytes, &signing::entry(pages)).unwrap_or(bytes)),
        Err(errors) => {
            findings.push(
                kinds::typesetting::NOT_OF_STANDARD
                    .finding(msg!("PDF không đạt chuẩn đã chọn", "the PDF does not meet the chosen standard")),
            );
            tell(&pages.world, &errors, findings);
            None
        }
    }
}
