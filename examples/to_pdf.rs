//! A report to its PDF: `cargo run --example to_pdf`.

use baocao::{Finding, Folder, Lang, Office, ReportFile, Standards, render};

fn main() -> Result<(), Finding> {
    let (office, folder) = (Office::default(), Folder::new("examples"));
    let report = ReportFile::open(&folder, "xa-q3-2023.json", office.limits())?;
    match office.pdf(report, &Standards::default()).into_result() {
        Ok(pdf) => println!("{} bytes of PDF", pdf.len()),
        Err(review) => eprint!("{}", render(&review.findings, Lang::En, false)),
    }
    Ok(())
}
