//! PREMIS 3: what the files are, and what happened to them.

use super::Parcel;
use super::xml::Xml;
use super::{DATA, media_type};

/// The files with their hashes, the entry into the archive, and the program that entered them.
pub(super) fn written(parcel: &Parcel<'_>) -> Vec<u8> {
    let line = parcel.line;
    let mut xml = Xml::new();
    xml.open(
        "premis:premis",
        &[
            ("xmlns:premis", "http://www.loc.gov/premis/v3"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("version", "3.0"),
        ],
    );
    for (path, bytes, sha256) in parcel.files {
        xml.open("premis:object", &[("xsi:type", "premis:file")]);
        identified(&mut xml, ["premis:objectIdentifier", OBJECT.0, OBJECT.1], "local", &format!("{DATA}/{path}"));
        xml.open("premis:objectCharacteristics", &[]);
        xml.open("premis:fixity", &[]);
        xml.text("premis:messageDigestAlgorithm", &[], "SHA-256");
        xml.text("premis:messageDigest", &[], sha256);
        xml.close();
        xml.text("premis:size", &[], &bytes.to_string());
        xml.open("premis:format", &[]);
        xml.open("premis:formatDesignation", &[]);
        xml.text("premis:formatName", &[], media_type(path));
        xml.close();
        xml.close();
        xml.close();
        xml.close();
    }
    xml.open("premis:event", &[]);
    let kinds = ["premis:eventIdentifier", "premis:eventIdentifierType", "premis:eventIdentifierValue"];
    identified(&mut xml, kinds, "local", &format!("{}-{}", line.package, line.sequence));
    xml.text("premis:eventType", &[], "ingestion");
    xml.text("premis:eventDateTime", &[], &line.entered);
    xml.open("premis:eventDetailInformation", &[]);
    let detail = format!("register line {}, manifest SHA-256 {}", line.sequence, line.manifest);
    xml.text("premis:eventDetail", &[], &detail);
    xml.close();
    let kinds =
        ["premis:linkingAgentIdentifier", "premis:linkingAgentIdentifierType", "premis:linkingAgentIdentifierValue"];
    identified(&mut xml, kinds, "local", parcel.program.0);
    xml.close();
    xml.open("premis:agent", &[]);
    let kinds = ["premis:agentIdentifier", "premis:agentIdentifierType", "premis:agentIdentifierValue"];
    identified(&mut xml, kinds, "local", parcel.program.0);
    xml.text("premis:agentName", &[], parcel.program.0);
    xml.text("premis:agentType", &[], "software");
    xml.text("premis:agentVersion", &[], parcel.program.1);
    xml.finish()
}

const OBJECT: (&str, &str) = ("premis:objectIdentifierType", "premis:objectIdentifierValue");

/// An identifier: the element, that of its type, that of its value.
fn identified(xml: &mut Xml, [element, kind, value]: [&'static str; 3], of: &str, id: &str) {
    xml.open(element, &[]);
    xml.text(kind, &[], of);
    xml.text(value, &[], id);
    xml.close();
}
