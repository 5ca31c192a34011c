//! EAD3: what the document is.

use super::Parcel;
use super::xml::Xml;

/// The description of the document.
pub(super) fn written(parcel: &Parcel<'_>) -> Vec<u8> {
    let (line, metadata) = (parcel.line, parcel.metadata);
    let organ = metadata.organ_name.as_deref().unwrap_or(&line.organ);
    let mut xml = Xml::new();
    xml.open("ead", &[("xmlns", "http://ead3.archivists.org/schema/")]);
    xml.open("control", &[]);
    xml.text("recordid", &[], &line.package);
    xml.open("filedesc", &[]);
    xml.open("titlestmt", &[]);
    xml.text("titleproper", &[], &line.subject);
    xml.close();
    xml.close();
    xml.leaf("maintenancestatus", &[("value", "new")]);
    xml.open("maintenanceagency", &[]);
    xml.text("agencyname", &[], organ);
    xml.close();
    xml.open("languagedeclaration", &[]);
    xml.text("language", &[("langcode", "vie")], "Tiếng Việt");
    xml.text("script", &[("scriptcode", "Latn")], "Latin");
    xml.close();
    xml.open("maintenancehistory", &[]);
    xml.open("maintenanceevent", &[]);
    xml.leaf("eventtype", &[("value", "created")]);
    xml.text("eventdatetime", &[("standarddatetime", &line.entered)], &line.entered);
    xml.leaf("agenttype", &[("value", "machine")]);
    xml.text("agent", &[], parcel.program.0);
    xml.close();
    xml.close();
    xml.close();
    xml.open("archdesc", &[("level", "item")]);
    xml.open("did", &[]);
    xml.text("unitid", &[("label", "Số, ký hiệu")], &line.symbol);
    let title = [metadata.type_name.as_deref(), Some(line.subject.as_str())].into_iter().flatten();
    xml.text("unittitle", &[], &title.collect::<Vec<_>>().join(" "));
    let date = line.date.to_string();
    xml.open("unitdatestructured", &[("label", "Ngày ban hành")]);
    xml.text("datesingle", &[("standarddate", &date)], &date);
    xml.close();
    xml.open("origination", &[("label", "Cơ quan ban hành")]);
    xml.open("corpname", &[]);
    xml.text("part", &[], organ);
    xml.close();
    xml.close();
    if let Some(pages) = metadata.page_amount {
        let attributes = [("coverage", "whole"), ("physdescstructuredtype", "spaceoccupied")];
        xml.open("physdescstructured", &attributes);
        xml.text("quantity", &[], &pages.to_string());
        xml.text("unittype", &[], "trang");
        xml.close();
    }
    xml.open("langmaterial", &[]);
    xml.text("language", &[("langcode", "vie")], metadata.language.as_deref().unwrap_or("Tiếng Việt"));
    xml.close();
    xml.close();
    for signer in &metadata.signer_info {
        let words = [&signer.position, &signer.full_name].into_iter().flatten().cloned().collect::<Vec<_>>();
        noted(&mut xml, "odd", "signer_info", &words.join(", "));
    }
    // What EAD has no elements for keeps its name of Annex VI.
    let others = [
        ("code_number", Some(line.number.clone())),
        ("code_notation", metadata.code_notation.clone()),
        ("file_notation", metadata.file_code.as_ref().and_then(|code| code.file_notation.clone())),
        ("secrecy", metadata.secrecy.clone()),
        ("urgency", metadata.urgency.clone()),
        ("autograph", metadata.autograph.clone()),
        ("description", metadata.description.clone()),
    ];
    for (name, value) in others {
        noted(&mut xml, "odd", name, value.as_deref().unwrap_or_default());
    }
    noted(&mut xml, "appraisal", "maintenance", metadata.maintenance.as_deref().unwrap_or_default());
    noted(&mut xml, "accessrestrict", "rights", metadata.rights.as_deref().unwrap_or_default());
    xml.finish()
}

/// A paragraph under its name; nothing where there is nothing to say.
fn noted(xml: &mut Xml, element: &'static str, name: &str, value: &str) {
    if !value.is_empty() {
        xml.open(element, &[("localtype", name)]);
        xml.text("p", &[], value);
        xml.close();
    }
}
