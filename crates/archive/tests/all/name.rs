//! Names in packages.

use baocao_archive::{folder_name, is_safe};

#[test]
fn names_that_lead_out_or_that_a_system_refuses() {
    for bad in [
        "",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "/a",
        "a//b",
        "a/",
        "a\\b",
        "C:a",
        "a\0b",
        "a\nb",
        "a\u{7f}",
        "CON",
        "nul.txt",
        "a/com1.pdf",
        "LPT².x",
        "a.",
        "a ",
        "a?",
        "a*",
        "a|b",
        "<a>",
        "\"a\"",
    ] {
        assert!(!is_safe(bad), "{bad:?}");
    }
    assert!(!is_safe(&"a".repeat(201)) && !is_safe(&"a/".repeat(16)) && !is_safe(&["ab"; 17].join("/")));
    for good in ["a", "Báo cáo quý III.pdf", "so-lieu/thu-tuc.csv", ".an", "console.txt", "100%.txt", "a~b"] {
        assert!(is_safe(good), "{good:?}");
    }
}

#[test]
fn folders_are_called_after_words() {
    assert_eq!(folder_name("QĐ-UBND"), "QD-UBND");
    assert_eq!(folder_name("../../etc"), "ETC");
    assert_eq!(folder_name("Sổ  văn bản đi/2026"), "SO-VAN-BAN-DI-2026");
}
