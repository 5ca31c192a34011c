//! METS: what a package consists of.

use super::xml::Xml;
use super::{Parcel, Pointed};

const PROFILE: &str = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";

const SCHEMAS: &str = "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd \
                       http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd \
                       https://DILCIS.eu/XML/METS/CSIPExtensionMETS \
                       https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd";

/// METS of the whole package.
pub(super) fn root(parcel: &Parcel<'_>, ead: &Pointed, premis: &Pointed, representation: &Pointed) -> Vec<u8> {
    let id = &parcel.line.package;
    let mut xml = begun(parcel, id);
    xml.open("dmdSec", &[("ID", "dmd-1"), ("CREATED", &parcel.line.entered), ("STATUS", "CURRENT")]);
    reference(&mut xml, parcel, "EAD", ead);
    xml.close();
    xml.open("amdSec", &[("ID", "amd-1")]);
    xml.open("digiprovMD", &[("ID", "digiprov-1"), ("CREATED", &parcel.line.entered), ("STATUS", "CURRENT")]);
    reference(&mut xml, parcel, "PREMIS", premis);
    xml.close();
    xml.close();
    xml.open("fileSec", &[("ID", "file-sec")]);
    let content = ("csip:CONTENTINFORMATIONTYPE", "MIXED");
    xml.open("fileGrp", &[("ID", "group-rep1"), ("USE", "Representations/rep1"), content]);
    file(&mut xml, parcel, "file-rep1", representation);
    xml.close();
    xml.close();
    xml.open("structMap", &[("ID", "structure"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]);
    xml.open("div", &[("ID", "div-root"), ("LABEL", id)]);
    let metadata = [("ID", "div-metadata"), ("LABEL", "Metadata"), ("DMDID", "dmd-1"), ("ADMID", "digiprov-1")];
    xml.leaf("div", &metadata);
    xml.open("div", &[("ID", "div-rep1"), ("LABEL", "Representations/rep1")]);
    xml.leaf(
        "mptr",
        &[
            ("LOCTYPE", "URL"),
            ("xlink:type", "simple"),
            ("xlink:href", &representation.href),
            ("xlink:title", "group-rep1"),
        ],
    );
    xml.finish()
}

/// METS of the representation.
pub(super) fn representation(parcel: &Parcel<'_>, files: &[Pointed]) -> Vec<u8> {
    let mut xml = begun(parcel, "rep1");
    xml.open("fileSec", &[("ID", "rep1-file-sec")]);
    xml.open("fileGrp", &[("ID", "rep1-group-data"), ("USE", "Data")]);
    for (number, pointed) in (1..).zip(files) {
        file(&mut xml, parcel, &format!("rep1-file-{number}"), pointed);
    }
    xml.close();
    xml.close();
    xml.open("structMap", &[("ID", "rep1-structure"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]);
    xml.open("div", &[("ID", "rep1-div-root"), ("LABEL", "rep1")]);
    xml.leaf("div", &[("ID", "rep1-div-metadata"), ("LABEL", "Metadata")]);
    xml.open("div", &[("ID", "rep1-div-data"), ("LABEL", "Data")]);
    xml.leaf("fptr", &[("FILEID", "rep1-group-data")]);
    xml.finish()
}

/// The root element and the header.
fn begun(parcel: &Parcel<'_>, id: &str) -> Xml {
    let mut xml = Xml::new();
    xml.open(
        "mets",
        &[
            ("xmlns", "http://www.loc.gov/METS/"),
            ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
            ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", SCHEMAS),
            ("OBJID", id),
            ("LABEL", &parcel.line.subject),
            ("TYPE", "Mixed"),
            ("csip:CONTENTINFORMATIONTYPE", "MIXED"),
            ("PROFILE", PROFILE),
        ],
    );
    let created = ("CREATEDATE", parcel.line.entered.as_str());
    xml.open("metsHdr", &[created, ("RECORDSTATUS", "NEW"), ("csip:OAISPACKAGETYPE", "SIP")]);
    let (program, version) = parcel.program;
    xml.open("agent", &[("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")]);
    xml.text("name", &[], program);
    xml.text("note", &[("csip:NOTETYPE", "SOFTWARE VERSION")], version);
    xml.close();
    xml.close();
    xml
}

/// A reference to metadata.
fn reference(xml: &mut Xml, parcel: &Parcel<'_>, kind: &str, pointed: &Pointed) {
    xml.leaf(
        "mdRef",
        &[
            ("LOCTYPE", "URL"),
            ("xlink:type", "simple"),
            ("xlink:href", &pointed.href),
            ("MDTYPE", kind),
            ("MIMETYPE", pointed.media_type),
            ("SIZE", &pointed.bytes.to_string()),
            ("CREATED", &parcel.line.entered),
            ("CHECKSUM", &pointed.sha256),
            ("CHECKSUMTYPE", "SHA-256"),
        ],
    );
}

fn file(xml: &mut Xml, parcel: &Parcel<'_>, id: &str, pointed: &Pointed) {
    xml.open(
        "file",
        &[
            ("ID", id),
            ("MIMETYPE", pointed.media_type),
            ("SIZE", &pointed.bytes.to_string()),
            ("CREATED", &parcel.line.entered),
            ("CHECKSUM", &pointed.sha256),
            ("CHECKSUMTYPE", "SHA-256"),
        ],
    );
    xml.leaf("FLocat", &[("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", &pointed.href)]);
    xml.close();
}
