//! What LibreOffice makes of a workbook. It is run by hand, where LibreOffice is installed:
//! `cargo test -p baocao-import --test all -- --ignored libreoffice`.

use std::fs;
use std::process::Command;

use super::{Example, read, shown};

/// Every example in each format that it saves workbooks in, its formulas computed anew.
#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_saves_the_same_report() {
    for example in Example::all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mau.xlsx");
        fs::write(&file, example.exported()).unwrap();
        for format in ["xlsx", "xls", "ods"] {
            let out = folder.path().join(format);
            let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
            let status = Command::new("soffice")
                .args([&profile, "--headless", "--convert-to", format, "--outdir"])
                .arg(&out)
                .arg(&file)
                .output()
                .unwrap();
            assert!(status.status.success(), "{status:?}");
            let (report, findings) = read(&fs::read(out.join(format!("mau.{format}"))).unwrap(), &example.set);
            assert!(findings.is_empty(), "{} as {format}\n{}", example.name, shown(&findings));
            example.assert_same(&report.unwrap());
        }
    }
}
