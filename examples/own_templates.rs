//! An office with a folder of templates of its own makes several reports: templates are read once.
//! `cargo run --example own_templates`

use baocao::{Finding, Folder, Fonts, Lang, Limits, Office, ReportFile, Standards, Templates, render};

fn main() -> Result<(), Finding> {
    let templates = Templates::built_in().overlay(&Folder::new("templates"))?;
    let office = Office::new(templates, Fonts::built_in(), Limits::default());
    let folder = Folder::new("examples");
    for name in ["xa-q3-2023.json", "huyen-q3-2023.json", "huyen-bang-tu-do.json"] {
        let outcome = office.pdf(ReportFile::open(&folder, name, office.limits())?, &Standards::default());
        let size = outcome.value.map_or(0, |pdf| pdf.len());
        println!("{name}: {size} bytes of PDF\n{}", render(&outcome.review.findings, Lang::Vi, false));
    }
    Ok(())
}
