//! What a service does: checks a report that was sent with its file of rows, and answers with JSON. Nothing is read from
//! disk. `cargo run --example check_uploads`

use baocao::{Checked, Finding, Office, Record, ReportFile, Settings, Severity, Uploads};

fn main() -> Result<(), Finding> {
    let mut uploads = Uploads::default();
    uploads.insert("bao-cao.json", &include_bytes!("huyen-bang-tu-do.json")[..])?;
    uploads.insert("thu-tuc-bang-tu-do.csv", &include_bytes!("thu-tuc-bang-tu-do.csv")[..])?;
    let office = Office::default();
    let report = ReportFile::open(&uploads, "bao-cao.json", office.limits())?;
    let outcome = office.review(report, &Settings::default());
    let record = Record::new("bao-cao.json", &outcome.review, Severity::Error);
    print!("{}", Checked::new(vec![record]).to_json());
    Ok(())
}
