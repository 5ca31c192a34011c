//! What rules say of documents and dates: their numbers, years, subjects, days of the week.

use crate::sample::{expected, findings, found, with_text};

/// The notices of a commune, each by its number, day and month of 2024, and the numbers that are doubted among them.
fn doubted(list: &[(u32, u32, u32)]) -> Vec<u32> {
    doubted_beside(list, "")
}

/// The same with more sentences in the text.
fn doubted_beside(list: &[(u32, u32, u32)], more: &str) -> Vec<u32> {
    let notice = |(number, day, month): &(u32, u32, u32)| {
        format!("UBND xã đã ban hành Thông báo số {number:02}/TB-UBND ngày {day:02}/{month:02}/2024.")
    };
    let text = format!("{} {more}", list.iter().map(notice).collect::<Vec<_>>().join(" "));
    let number = |found: String| found.split(' ').find_map(|word| word.split('/').next()?.parse().ok());
    found("vien-dan/so-khong-theo-ngay", &text).into_iter().filter_map(number).collect()
}

#[test]
fn the_number_out_of_line_is_doubted() {
    assert_eq!(doubted(&[(4, 16, 2), (5, 20, 2), (12, 28, 2), (13, 25, 2), (20, 10, 3)]).len(), 1);
    assert_eq!(doubted(&[(31, 4, 1), (50, 5, 1), (210, 18, 1), (390, 30, 1), (6120, 31, 1)]), [6120]);
    assert_eq!(doubted(&[(6120, 3, 1), (6131, 5, 1), (31, 14, 1), (50, 15, 1), (210, 18, 1)]).len(), 2);
    assert_eq!(doubted(&[(5, 1, 1), (900, 5, 1), (905, 15, 1), (910, 25, 1)]), [5]);
}

#[test]
fn witnesses_say_which_of_two_numbers_is_wrong() {
    let list = [(5, 1, 2), (6, 15, 2), (7, 1, 3), (900, 5, 3)];
    assert_eq!(doubted(&list), [900]);
    // Nobody says whose it is; that it has a larger number on an earlier day speaks against the one before the last.
    assert_eq!(doubted_beside(&list, "Thực hiện Thông báo số 895/TB-UBND ngày 20/02/2024."), [7]);
}

#[test]
fn ordinary_series_are_left_alone() {
    for list in [
        &[(7, 22, 2), (8, 22, 2), (9, 22, 2), (10, 23, 2), (24, 4, 4), (26, 6, 4)][..],
        &[(1038, 22, 5), (1034, 22, 5), (962, 15, 5), (963, 15, 5), (1304, 21, 6)],
        &[(10, 1, 2), (60, 8, 2), (110, 15, 2), (250, 22, 2)],
        &[(78, 11, 1), (3891, 14, 7), (3062, 24, 5)],
        &[(64, 29, 12)],
    ] {
        assert_eq!(doubted(list), [0; 0], "{list:?}");
    }
}

#[test]
fn ordinals_are_no_days_of_the_week() {
    let right = |text: &str| expected("thoi-gian/thu-sai", text);
    // The first is a Thursday, the second a Monday.
    let (thursday, monday) = ("25/5/2023", "22/5/2023");
    assert_eq!(right(&format!("Họp vào thứ Hai, ngày {thursday}.")), ["thứ năm"]);
    assert_eq!(right(&format!("Họp vào thứ Hai, ngày {monday}.")), [""; 0]);
    assert_eq!(right(&format!("Chiều thứ 6 (ngày {monday}).")), ["thứ hai"]);
    assert_eq!(right("Chiều thứ 6 (ngày 26/5/2023)."), [""; 0]);
    assert_eq!(right(&format!("Phiên họp thứ năm ngày {monday}.")), [""; 0]);
    assert_eq!(right(&format!("Họp lần thứ tư, ngày {monday}.")), [""; 0]);
}

#[test]
fn the_year_of_a_plan_is_not_its_aim() {
    // What is said of a plan that was issued long before the year that it is for.
    let year = |about: &str| {
        let id = "vien-dan/truoc-nam-ke-hoach";
        let text = format!("UBND xã ban hành Kế hoạch số 15/KH-UBND ngày 20/02/2019 về {about}.");
        let findings = findings(&with_text(id, &text));
        let told = findings.into_iter().filter(|finding| finding.id == id).map(|finding| finding.message.en);
        told.collect::<Vec<_>>()
    };
    let of_2023 = ["a plan for 2023 issued that early? Its year is probably a slip"];
    assert_eq!(year("cải cách hành chính năm 2023, các phòng"), of_2023);
    assert_eq!(year("chuyển đổi số đến năm 2025, định hướng đến năm 2030"), [""; 0]);
    assert_eq!(year("thực hiện chương trình giai đoạn 2021 - 2025 năm 2023"), [""; 0]);
    assert_eq!(year("tổng kết năm 2022 và nhiệm vụ năm 2023"), [""; 0]);
    assert_eq!(year("dự toán năm 2023"), [""; 0]);
    assert_eq!(year("rà soát, đánh giá thủ tục năm 2023, xã đã hoàn thành từ năm 2022"), of_2023);
    assert_eq!(year("tuyển sinh 2021 học sinh, năm 2023 và năm học"), of_2023);
}

#[test]
fn subjects_are_compared_by_their_first_words() {
    // Two plans of one number and day in two years are one where their subjects are.
    let alike = |one: &str, other: &str| {
        let text = format!(
            "UBND xã ban hành Kế hoạch số 25/KH-UBND ngày 20/02/2023{one}. UBND xã thực hiện Kế hoạch số 25/KH-UBND ngày \
             20/02/2022{other}."
        );
        let surely = !found("vien-dan/hai-ngay", &text).is_empty();
        assert_ne!(surely, !found("vien-dan/co-le-hai-ngay", &text).is_empty(), "{text}");
        surely
    };
    let training = " về đào tạo bồi dưỡng cán bộ, công chức năm 2023";
    assert!(alike(training, " về đào tạo, bồi dưỡng cán bộ công chức năm 2023 của xã"));
    assert!(!alike(training, " về đào tạo bồi dưỡng cán bộ, công chức năm 2022"));
    assert!(!alike(training, " về kiểm soát thủ tục hành chính năm 2023"));
    assert!(!alike("", ""));
}

#[test]
fn years_belong_to_terms() {
    let terms = |symbol: &str| expected("vien-dan/khoa-quoc-hoi", &format!("Tuyên truyền Luật số {symbol}."));
    // In the year of a change the day decides.
    assert_eq!(terms("103/2016/QH14 ngày 05/4/2016"), ["QH13"]);
    assert_eq!(terms("85/2021/QH14 ngày 28/7/2021"), ["QH15"]);
    assert_eq!(terms("103/2016/QH13 ngày 05/4/2016 và 107/2016/QH14 ngày 18/11/2016"), [""; 0]);
    assert_eq!(terms("80/2015/QH11"), ["QH13"]);
    assert_eq!(terms("80/2016/QH11"), ["QH13, QH14"]);
    assert_eq!(terms("80/2025/QH11"), ["QH15"]);
    assert_eq!(terms("80/2027/QH11"), ["QH16"]);
    assert_eq!(terms("80/1999/QH11"), [""; 0]);
    assert_eq!(terms("80/2016/QH13"), [""; 0]);
}

#[test]
fn a_letter_of_an_inspectorate_is_no_proposal() {
    let found = |text: &str| found("vien-dan/loai-khac-ky-hieu", text);
    assert_eq!(found("Thực hiện Công văn số 31/TTr-NV2 của Thanh tra huyện, xã đã rà soát."), [""; 0]);
    let letter = ["Công văn số 31/TTr-UBND"];
    assert_eq!(found("Thực hiện Công văn số 31/TTr-UBND của UBND huyện, xã đã rà soát."), letter);
    assert_eq!(found("Thanh tra huyện làm việc tại xã.\n\nThực hiện Công văn số 31/TTr-UBND."), letter);
}

#[test]
fn the_symbol_of_a_letter_is_none_of_a_decision() {
    let found = |text: &str| found("vien-dan/loai-khac-ky-hieu", &format!("Thực hiện {text}, xã đã rà soát."));
    let wrong = "Quyết định số 190/SNNMT-CCTL";
    assert_eq!(found(&format!("{wrong} ngày 04 tháng 3 năm 2022 của Sở Nông nghiệp và Môi trường")), [wrong]);
    assert_eq!(found("Kế hoạch số 983/UBND-KSTT ngày 05/3/2022"), ["Kế hoạch số 983/UBND-KSTT"]);
    for right in ["Công văn số 190/SNNMT-CCTL", "Quyết định số 190/QĐ-SNNMT", "văn bản số 983/UBND-KSTT"]
    {
        assert_eq!(found(right), [""; 0], "{right}");
    }
}

#[test]
fn issuers_are_those_of_the_symbols() {
    let found = |text: &str| expected("vien-dan/co-quan-trai-ky-hieu", &format!("Thực hiện {text}, xã đã rà soát."));
    for right in [
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ",
        "Luật số 64/2025/QH15 ngày 19/02/2025 của Quốc hội",
        "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        "Thông tư số 04/2021/TT-TTCP ngày 01/10/2021 của Thanh tra Chính phủ",
        "Thông tư số 05/2023/TT-BNV của Bộ trưởng Bộ Nội vụ",
        "Thông tư số 10/2024/TT-BGDĐT của Bộ Giáo dục và Đào tạo",
        "Thông tư số 16/2024/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội",
        "Thông tư số 08/2025/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
        "Nghị quyết số 12/NQ-HĐND của HĐND tỉnh",
        "Nghị quyết số 12/NQ-HĐND ngày 20/7/2022 của Thường trực HĐND xã",
        "Quyết định số 15/QĐ-UBND ngày 20/7/2022 của Chủ tịch UBND xã",
        "Kế hoạch số 15/KH-UBND của Bộ phận Một cửa",
        "Công văn số 26/SXD-QLXD ngày 20/7/2022 của Sở Xây dựng",
        "Công văn số 26/SNNMT-TT của Sở Nông nghiệp và Môi trường",
        "Kết luận số 57-KL/TW của Bộ Chính trị",
        "báo cáo kết quả thực hiện Nghị định số 61/2018/NĐ-CP của UBND xã",
        "kế hoạch tuyên truyền Nghị định số 61/2018/NĐ-CP của UBND tỉnh",
        "công văn về việc triển khai Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Sở Nội vụ",
    ] {
        assert_eq!(found(right), [""; 0], "{right}");
    }
    for (wrong, right) in [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ", "của Chính phủ"),
        ("Nghị định số 38/2024/NĐ-CP ngày 05/4/2024 của Bộ Nông nghiệp và Môi trường", "của Chính phủ"),
        ("Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Chính phủ", "của Thủ tướng Chính phủ"),
        ("Luật số 64/2025/QH15 ngày 19/02/2025 của Chính phủ", "của Quốc hội"),
        ("Pháp lệnh số 02/2022/PL-UBTVQH15 ngày 18/8/2022 của Quốc hội", "của Ủy ban Thường vụ Quốc hội"),
        ("báo cáo kết quả theo Nghị định số 61/2018/NĐ-CP của Thủ tướng Chính phủ", "của Chính phủ"),
        ("Nghị quyết số 12/NQ-HĐND ngày 20/7/2022 của UBND xã", "của HĐND"),
        ("Nghị quyết số 57-NQ/CP ngày 22/12/2022 của Bộ Chính trị", "của Chính phủ"),
        ("Thông tư số 05/2023/TT-BNV ngày 03/5/2023 của Bộ Tài chính", "cơ quan có ký hiệu BNV"),
        ("Thông tư số 05/2023/TT-BNV ngày 03/5/2023 của UBND tỉnh", "bộ có ký hiệu BNV"),
        ("Công văn số 26/SXD-QLXD ngày 20/7/2022 của Sở Tài chính", "cơ quan có ký hiệu SXD"),
        ("Nghị định số 104/2016/NĐ-CP ngày 01/7/2016 của Bộ trưởng Bộ Y tế", "của Chính phủ"),
        (
            "dạy thêm mà xã đã làm việc theo Thông tư số 29/2024/TT-BYT của Bộ Giáo dục và Đào tạo",
            "cơ quan có ký hiệu BYT",
        ),
        ("Công văn số 26/STC-HCSN ngày 20/7/2022 của Bộ Tài chính", "cơ quan có ký hiệu STC"),
    ] {
        assert_eq!(found(wrong), [right], "{wrong}");
    }
}

/// Deadlines of a list that go back, known days that were another number of years ago, days of the week before a comma.
#[test]
fn days_of_steps_and_of_anniversaries() {
    let steps = |second: &str| {
        format!(
            "Tiến độ:\n\n- Phê duyệt dự toán: trước ngày 15/5/2023.\n- Ký hợp đồng: trước ngày {second}.\n- Thi công: từ ngày 15/6/2023 đến ngày 20/8/2023.\n- Nghiệm thu: trước ngày 01/9/2023."
        )
    };
    assert_eq!(found("thoi-gian/trinh-tu-nguoc", &steps("10/5/2023")), ["10/5/2023"]);
    assert_eq!(found("thoi-gian/trinh-tu-nguoc", &steps("10/6/2023")), [""; 0]);
    let anniversary = |years: &str| format!("Xã tổ chức kỷ niệm {years} năm Ngày Thương binh - Liệt sĩ.");
    assert_eq!(expected("thoi-gian/ngay-ky-niem-sai", &anniversary("70")), ["77"]);
    assert_eq!(found("thoi-gian/ngay-ky-niem-sai", &anniversary("77")), [""; 0]);
    let week = |day: &str| format!("Hội thi từ {day}, ngày 14/9/2023 đến Chủ nhật, ngày 17/9/2023.");
    assert_eq!(found("thoi-gian/thu-sai", &week("thứ Sáu")), ["14/9/2023"]);
    assert_eq!(found("thoi-gian/thu-sai", &week("thứ Năm")), [""; 0]);
}

/// Laws bear the symbol of the National Assembly.
#[test]
fn a_law_has_no_symbol_of_a_decree() {
    let law =
        |symbol: &str| format!("Căn cứ Luật Phòng, chống thiên tai số {symbol} ngày 19 tháng 6 năm 2013, xã đã họp.");
    assert_eq!(found("vien-dan/loai-khac-ky-hieu", &law("33/2013/NĐ-CP")), ["33/2013/NĐ-CP"]);
    assert_eq!(found("vien-dan/loai-khac-ky-hieu", &law("33/2013/QH13")), [""; 0]);
}
