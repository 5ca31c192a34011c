//! Whose the document is: the agency's name, its symbol, its territory, those above it.

use serde_json::{Value as Json, json};

use baocao_core::diagnostic::Finding;

use crate::sample::{DESK, findings, merge, patched, review, said, sample_of};

/// What a rule finds in a document with these fields.
fn found(id: &str, set: &str, document: Json) -> Vec<String> {
    said(id, &patched(set, json!({ "document": document }))).into_iter().map(|(found, _)| found).collect()
}

/// What a rule expects in a document with these fields.
fn expected(id: &str, set: &str, document: Json) -> Vec<String> {
    said(id, &patched(set, json!({ "document": document }))).into_iter().map(|(_, expected)| expected).collect()
}

#[test]
fn symbols_are_joined_by_plain_hyphens() {
    let joined = |symbol| expected("the-thuc/ky-hieu-co-cach", "cchc/xa-2025", json!({ "code_notation": symbol }));
    assert_eq!(joined("BC – UBND"), ["BC-UBND"]);
    assert_eq!(joined("/BC-UBND"), ["BC-UBND"]);
    for symbol in ["BC-UBND", "BC-SKHĐT", "CTr-UBND", "TTr-SNgV", "BC-TTr"] {
        assert_eq!(joined(symbol), [""; 0], "{symbol}");
    }
}

#[test]
fn some_abbreviations_have_small_letters() {
    let small = |symbol| found("the-thuc/ky-hieu-chu-thuong", "cchc/xa-2025", json!({ "code_notation": symbol }));
    for symbol in ["BC-UBND", "BC-SKHĐT", "CTr-UBND", "TTr-SNgV", "BC-TTr"] {
        assert_eq!(small(symbol), [""; 0], "{symbol}");
    }
    assert_eq!(small("Bc-UBND"), ["Bc-UBND"]);
}

#[test]
fn letters_of_a_symbol_suit_the_name() {
    let odd = |letters: &str, name: &str| {
        let document = json!({ "code_notation": format!("BC-{letters}"), "organ": { "organ_name": name } });
        found("the-thuc/ky-hieu-khac-ten", "cchc/so-2022", document)
    };
    for (letters, name) in [
        ("SKHĐT", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
        ("SGD&ĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("SNNMT", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"),
        ("SNGV", "SỞ NGOẠI VỤ"),
        ("SVHTTDL", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    ] {
        assert_eq!(odd(letters, name), [""; 0], "{letters}");
    }
    assert_eq!(odd("SGDDT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"), ["BC-SGDDT"]);
    assert_eq!(odd("SXD", "SỞ NỘI VỤ"), ["BC-SXD"]);
}

#[test]
fn territories_are_read_from_names() {
    // The short name is told of where its territory is another one than that of the name.
    let other = |name: &str, short: &str| {
        let organ = json!({ "organ_name": name, "short_name": short });
        found("the-thuc/ten-co-quan-khac-nhau", "cchc/xa-2022", json!({ "organ": organ }))
    };
    for (name, short) in [
        ("ỦY BAN NHÂN DÂN\nXÃ ĐÔNG HÒA", "UBND xã Đông Hòa"),
        ("ỦY BAN NHÂN DÂN\nTHỊ TRẤN CHỢ MỚI", "UBND thị trấn Chợ Mới, huyện Bình Lâm"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ TRUNG HÀ", "UBND TP. Trung Hà"),
    ] {
        assert_eq!(other(name, short), [""; 0], "{short}");
    }
    let commune = "ỦY BAN NHÂN DÂN\nXÃ ĐÔNG HÒA";
    for short in
        ["UBND phường Đông Hòa", "UBND xã Đông Hà", "UBND thị trấn Chợ Mới, huyện Bình Lâm", "UBND TP. Trung Hà"]
    {
        assert_eq!(other(commune, short), [short]);
    }
    // These govern no territory, or do not say which.
    for short in ["Sở Nội vụ", "Văn phòng UBND tỉnh Trung Hà", "UBND tỉnh"] {
        assert_eq!(other(commune, short), [""; 0], "{short}");
    }
}

/// What is found in the title of an appendix of the commune Bình An.
fn in_title(title: &str) -> Vec<String> {
    let report = json!({
        "document": { "organ": { "organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An" } },
        "appendices": [{ "title": title, "forms": ["chi-dao"] }],
    });
    said("the-thuc/phu-luc-noi-khac", &patched("cchc/xa-2025", report)).into_iter().map(|(found, _)| found).collect()
}

#[test]
fn other_territories_are_found_in_titles() {
    assert_eq!(in_title("SỐ LIỆU CẢI CÁCH HÀNH CHÍNH XÃ PHÚ LỘC"), ["XÃ PHÚ LỘC"]);
    assert_eq!(in_title("Số liệu của UBND xã Phú Lộc, quý III"), ["xã Phú Lộc"]);
    assert_eq!(in_title("Số liệu xã Phú Lộc năm 2023"), ["xã Phú Lộc"]);
    for title in [
        "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH XÃ BÌNH AN QUÝ III",
        "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH XÃ BÍNH AN",
        "KẾT QUẢ CẤP XÃ THÁNG 9",
        "KẾT QUẢ CẤP XÃ HOÀN THÀNH",
        "KẾT QUẢ TẠI UBND CÁC XÃ, THỊ TRẤN",
        "SỐ LIỆU XÃ NĂM 2023",
        "Hồ sơ do xã tiếp nhận",
        "Cán bộ, công chức xã",
    ] {
        assert_eq!(in_title(title), [""; 0], "{title}");
    }
}

#[test]
fn districts_have_no_departments() {
    let found = |text: &str, above: &str| {
        let organ = json!({ "parent_short_name": above });
        let report = json!({ "document": { "organ": organ }, "sections": { "danh-gia.uu-diem": text } });
        let said = said("the-thuc/so-cua-huyen", &patched("cchc/xa-2022", report));
        said.into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    let (district, city) = ("UBND huyện Bình Lâm", "UBND thành phố Đồng Hới");
    assert_eq!(found("Sở Tư pháp huyện rà soát.", district), ["Sở Tư pháp huyện"]);
    let culture = "Sở Văn hóa, Thể thao và Du lịch huyện";
    assert_eq!(found(&format!("{culture}."), district), [culture]);
    assert_eq!(found("Sở Tư pháp thành phố rà soát.", city), ["Sở Tư pháp thành phố"]);
    for (text, above) in [
        ("Sở Tư pháp thành phố rà soát.", district),
        ("Sở Tư pháp thành phố rà soát.", "UBND thành phố Hải Phòng"),
        ("Sở Y tế thành phố Hải Phòng.", city),
        ("Sở Nội vụ, huyện và xã.", district),
        ("Sở Nội vụ tỉnh cho phép UBND huyện.", district),
    ] {
        assert_eq!(found(text, above), [""; 0], "{text}");
    }
}

#[test]
fn another_department_is_found() {
    let found = |text: &str| {
        let organ = json!({ "organ_name": "SỞ Y TẾ", "short_name": "Sở Y tế" });
        let report = json!({ "document": { "organ": organ }, "sections": { "ket-thuc": text } });
        let said = said("the-thuc/mo-dau-noi-khac", &patched("cchc/so-2022", report));
        said.into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    assert_eq!(found("Sở Nội vụ kính gửi UBND tỉnh tổng hợp."), ["Sở Nội vụ"]);
    assert_eq!(found("Theo yêu cầu trên, Sở Tư pháp báo cáo như sau:"), ["Sở Tư pháp"]);
    for text in [
        "Sở Y tế kính gửi UBND tỉnh.",
        "Sở Y tế tỉnh Trung Hà báo cáo như sau:",
        "Sở báo cáo như sau:",
        "Sở YT kính gửi UBND tỉnh.",
        "Đề nghị Sở Nội vụ báo cáo UBND tỉnh.",
        "Theo đề nghị của Sở Nội vụ, Sở Y tế báo cáo như sau:",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

/// Another department is told where the own one is meant, and not where one speaks of it.
#[test]
fn other_departments_in_the_place_of_the_own_one() {
    let found = |text: &str| {
        let organ = json!({ "organ_name": "SỞ Y TẾ", "short_name": "Sở Y tế" });
        let report = json!({ "document": { "organ": organ }, "sections": { "danh-gia.han-che": text } });
        let said = said("the-thuc/dia-phuong-con-sot", &patched("cchc/so-2022", report));
        said.into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    assert_eq!(found("Việc phối hợp giữa Sở Nội vụ và các sở có lúc còn chậm."), ["Sở Nội vụ"]);
    assert_eq!(found("Đề nghị UBND tỉnh cho Sở Giáo dục và Đào tạo được gia hạn."), ["Sở Giáo dục và Đào tạo"]);
    assert_eq!(found("Kính trình UBND tỉnh cho phép Sở Tài chính tổ chức hội thảo."), ["Sở Tài chính"]);
    assert_eq!(found("Toàn ngành giáo dục đã xử lý 03 trường hợp."), ["ngành giáo dục"]);
    for right in [
        "Việc phối hợp giữa Sở Y tế và các sở có lúc còn chậm; phối hợp với Sở Nội vụ.",
        "Đã gửi hồ sơ cho Sở Tài chính thẩm định; toàn ngành y tế đã xử lý.",
        "Quy chế phối hợp giữa Sở Nội vụ và Sở Y tế được duy trì.",
        "Theo chương trình công tác, việc giao vốn cho Sở Tài chính được thực hiện đúng hạn.",
    ] {
        assert_eq!(found(right), [""; 0], "{right}");
    }
}

/// An own outline opens and closes with its first and its last paragraph.
#[test]
fn an_organ_closes_with_its_own_name() {
    let found = |closing: &str| {
        let organ = json!({ "organ_name": "CÔNG TY CỔ PHẦN CẤP NƯỚC NAM GIANG", "short_name": "Công ty" });
        let outline =
            json!([{ "text": "Công ty thông báo lịch cắt nước." }, { "text": format!("Lịch như trên.\n\n{closing}") }]);
        let report = json!({ "document": { "organ": organ }, "outline": outline });
        let said = said("the-thuc/mo-dau-noi-khac", &patched("chung/thong-bao", report));
        said.into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    assert_eq!(found("Công ty Điện lực Nam Giang rất mong khách hàng thông cảm."), ["Công ty Điện lực Nam Giang"]);
    for right in [
        "Công ty rất mong khách hàng thông cảm.",
        "Công ty Cổ phần Cấp nước Nam Giang xin cảm ơn.",
        "Đề nghị Công ty Điện lực Nam Giang phối hợp.",
    ] {
        assert_eq!(found(right), [""; 0], "{right}");
    }
}

#[test]
fn levels_above_are_known_by_their_words() {
    // The only recipient beside the archive; whether nobody above receives the report.
    let nobody = |set: &str, recipient: &str| {
        let document = json!({ "to": [], "recipients": [recipient, "Lưu: VT"] });
        !said("the-thuc/thieu-cap-tren", &patched(set, json!({ "document": document }))).is_empty()
    };
    let (commune, district) = ("cchc/xa-2022", "cchc/huyen-2022");
    for (set, recipient) in [
        (commune, "UBND huyện Lạc Hà"),
        (commune, "Sở Nội vụ"),
        (district, "Phòng CCHC - SNV"),
        (district, "TT. Tỉnh ủy"),
        (district, "Bộ Nội vụ"),
    ] {
        assert!(!nobody(set, recipient), "{recipient}");
    }
    for (set, recipient) in [
        (commune, "Thường trực HĐND xã"),
        (commune, "Cán bộ, công chức; các cơ sở"),
        (district, "Các phòng thuộc UBND huyện"),
    ] {
        assert!(nobody(set, recipient), "{recipient}");
    }
}

#[test]
fn marks_of_what_is_to_come_are_told() {
    let report = patched(
        "cchc/xa-2025",
        json!({ "document": {
            "address_line": "Địa chỉ: thôn 2, xã Bình Minh; điện thoại: xxx",
            "signers": [{ "competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Nguyễn Văn A" }],
            "subject": "Công tác cải cách hành chính quý XXX",
        } }),
    );
    let said: Vec<String> = said("bao-cao-mau/cho-dien", &report).into_iter().map(|(found, _)| found).collect();
    assert_eq!(said, ["Nguyễn Văn A", "Địa chỉ: thôn 2, xã Bình Minh; điện thoại: xxx"]);
}

#[test]
fn what_is_left_of_a_sample_is_told() {
    let told = |patch: Json| {
        let mut report =
            patched("cchc/xa-2025", json!({ "document": { "organ": { "short_name": "UBND xã Bình Minh" } } }));
        merge(&mut report, patch);
        said("bao-cao-mau/con-nguyen", &report).into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    let all = told(json!({}));
    for left in ["214", "urgent", "NTH"] {
        assert!(all.iter().any(|found| found == left), "{left}: {all:?}");
    }
    let sample = sample_of("cchc/xa-2025");
    let figures = |change: fn(i64) -> i64| {
        let changed = sample["figures"].as_object().expect("figures").iter().map(|(id, value)| {
            (
                id.clone(),
                value.as_i64().filter(|value| *value >= 10).map_or(value.clone(), |value| change(value).into()),
            )
        });
        let report = patched("cchc/xa-2025", json!({ "document": { "organ": { "short_name": "UBND xã Bình Minh" } } }));
        let mut report = report;
        report["figures"] = Json::Object(changed.collect());
        findings(&report)
            .iter()
            .any(|finding| finding.id == "bao-cao-mau/con-nguyen" && finding.message.vi.contains("số liệu"))
    };
    assert!(figures(|value| value));
    assert!(!figures(|value| value + 1));
}

/// Many offices write to the province of the sample, and some bear the mark of its drafter: alone that says nothing.
#[test]
fn names_of_others_are_left_of_a_sample_only_beside_what_is_its_own() {
    let told = |patch: Json| {
        let own = json!({ "document": {
            "organ": { "organ_name": "TRƯỜNG TIỂU HỌC BÌNH MINH", "short_name": "Trường Tiểu học Bình Minh" },
            "promulgation": { "place": "Bình Minh" },
            "signers": [{ "position": "HIỆU TRƯỞNG", "full_name": "Lê Thị Hạnh" }]
        } });
        let mut report = patched("cchc/xa-2025", own);
        report["figures"] = json!({});
        report["outline"] = json!([{ "text": "Trường báo cáo." }]);
        report["appendices"] = json!([]);
        report["sections"] = json!({});
        merge(&mut report, patch);
        let found: Vec<String> = review(&DESK, &report)
            .findings
            .into_iter()
            .filter(|finding| finding.id == "bao-cao-mau/con-nguyen")
            .flat_map(Finding::apart)
            .filter_map(|finding| finding.found)
            .collect();
        found
    };
    assert_eq!(told(json!({})), [""; 0], "to, parent and drafter alone");
    let signer = json!({ "document": { "signers": [sample_of("cchc/xa-2025")["document"]["signers"][0].clone()] } });
    let all = told(signer.clone());
    for left in ["UBND tỉnh Trung Hà", "NTH"] {
        assert!(all.iter().any(|found| found == left), "{left}: {all:?}");
    }
    // The head says in words of its own that the report is from there.
    let mut from_there = signer;
    merge(&mut from_there, json!({ "document": { "organ": { "parent_name": "UBND TỈNH TRUNG HÀ" } } }));
    let all = told(from_there);
    assert!(all.contains(&"NTH".to_owned()) && !all.contains(&"UBND tỉnh Trung Hà".to_owned()), "{all:?}");
    // A place of the sample is left, or the office is there.
    let place =
        json!({ "document": { "promulgation": sample_of("cchc/xa-2025")["document"]["promulgation"].clone() } });
    assert!(told(place.clone()).contains(&"Vĩnh Lộc Sơn".to_owned()));
    let mut there = place;
    merge(&mut there, json!({ "document": { "organ": { "short_name": "Trường Tiểu học xã Vĩnh Lộc Sơn" } } }));
    assert_eq!(told(there), [""; 0]);
}

/// The name of a province may sound like the word for one.
#[test]
fn a_parent_is_without_its_territory_only_where_it_names_none() {
    let bare = |parent: &str| {
        found("the-thuc/co-quan-chu-quan-thieu-ten", "cchc/xa-2025", json!({ "organ": { "parent_name": parent } }))
    };
    for parent in ["UBND TỈNH", "ỦY BAN NHÂN DÂN TỈNH", "UBND THÀNH PHỐ"] {
        assert_eq!(bare(parent), [parent]);
    }
    for parent in ["UBND TỈNH HÀ TĨNH", "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "UBND TỈNH TRUNG HÀ", "UBND XÃ TÂN XÃ"]
    {
        assert_eq!(bare(parent), [""; 0], "{parent}");
    }
}
