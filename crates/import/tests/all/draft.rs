//! Reports that are being made.

use baocao_import::{Draft, number};
use serde_json::{Value, json};

#[test]
fn values_are_set_where_their_pointer_says() {
    let mut draft = Draft::default();
    draft.set("/document/organ/organ_name", "UBND XÃ A".into());
    draft.set("/document/signers/0/full_name", "Trần Văn Ban".into());
    draft.set("/document/signers/0/position", "CHỦ TỊCH".into());
    draft.set("/figures/a.b", 5.into());
    draft.set("/document/organ/organ_name", "UBND XÃ B".into());
    let wanted = json!({
        "document": {
            "organ": { "organ_name": "UBND XÃ B" },
            "signers": [{ "full_name": "Trần Văn Ban", "position": "CHỦ TỊCH" }]
        },
        "figures": { "a.b": 5 }
    });
    assert_eq!(Value::from(draft.values), wanted);
}

#[test]
fn numbers_stay_exact() {
    let of = |text: &str| number(text.parse().unwrap());
    assert_eq!(of("97.0"), json!(97));
    assert_eq!(of("75.80"), json!(75.8));
    assert_eq!(of("-0.001"), json!(-0.001));
    assert_eq!(of("123456789012345.678"), json!("123.456.789.012.345,678"));
}
