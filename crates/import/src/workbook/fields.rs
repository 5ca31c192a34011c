//! The fields of the document that stand on the sheet "Văn bản": one row a field.

/// The sheet of these fields.
pub(super) const SHEET: &str = "Văn bản";

/// The headers of its columns.
pub(super) const HEADINGS: [&str; 4] = ["Nội dung", "Giá trị", "Cách ghi", "Trường"];

/// A field.
pub(super) struct Field {
    /// The JSON pointer of the field in a report.
    pub(super) pointer: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// How it is written, with an example.
    pub(super) hint: &'static str,
    /// What it holds.
    pub(super) kind: FieldKind,
}

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    /// Words; line breaks stay.
    Text,
    /// A list: one entry a line.
    Lines,
    /// A whole number.
    Whole {
        /// At least.
        least: i64,
        /// At most.
        most: i64,
    },
    /// A day.
    Day,
    /// A day, or a month whose day is open.
    DayOrMonth,
    /// One of these: how a report writes it, and how people do.
    Choice(&'static [(&'static str, &'static str)]),
}

/// A group of fields.
pub(super) struct Group {
    /// What it is called.
    pub(super) title: &'static str,
    /// Its fields.
    pub(super) fields: &'static [Field],
}

const fn field(pointer: &'static str, label: &'static str, kind: FieldKind, hint: &'static str) -> Field {
    Field { pointer, label, hint, kind }
}

use FieldKind::{Choice, Day, DayOrMonth, Lines, Text, Whole};

const PERIODS: FieldKind =
    Choice(&[("month", "Tháng"), ("quarter", "Quý"), ("half", "6 tháng"), ("nine_months", "9 tháng"), ("year", "Năm")]);

/// All fields, in the order of the sheet.
pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "Kỳ báo cáo",
        fields: &[
            field("/period/kind", "Loại kỳ", PERIODS, "Chọn trong danh sách"),
            field("/period/year", "Năm báo cáo", Whole { least: 1945, most: 2200 }, "Ví dụ: 2026"),
            field("/period/month", "Tháng thứ", Whole { least: 1, most: 12 }, "Chỉ ghi khi báo cáo tháng: 1 đến 12"),
            field("/period/quarter", "Quý thứ", Whole { least: 1, most: 4 }, "Chỉ ghi khi báo cáo quý: 1 đến 4"),
            field(
                "/period/half",
                "Nửa năm thứ",
                Whole { least: 1, most: 2 },
                "Chỉ ghi khi báo cáo 6 tháng: 1 là đầu năm, 2 là cuối năm",
            ),
            field("/period/from", "Lấy số liệu từ ngày", Day, "Ngày/tháng/năm, ví dụ: 15/6/2026"),
            field("/period/to", "Chốt số liệu đến ngày", Day, "Ngày/tháng/năm, ví dụ: 14/9/2026"),
        ],
    },
    Group {
        title: "Cơ quan ban hành",
        fields: &[
            field(
                "/document/organ/parent_name",
                "Cơ quan chủ quản trực tiếp",
                Text,
                "In hoa; UBND các cấp thì để trống",
            ),
            field("/document/organ/organ_id", "Mã định danh của cơ quan", Text, "Không in ra; ví dụ: H29.12.5"),
            field("/document/organ/organ_name", "Tên cơ quan ban hành", Text, "In hoa; muốn ngắt dòng thì Alt + Enter"),
            field("/document/organ/short_name", "Tên dùng trong lời văn", Text, "Ví dụ: UBND xã Bình Minh"),
            field(
                "/document/organ/parent_short_name",
                "Tên cơ quan cấp trên dùng trong lời văn",
                Text,
                "Ví dụ: UBND tỉnh Trung Hà",
            ),
        ],
    },
    Group {
        title: "Số, ngày, trích yếu",
        fields: &[
            field("/document/type_name", "Tên loại văn bản", Text, "Để trống là BÁO CÁO"),
            field(
                "/document/code_number",
                "Số văn bản",
                Whole { least: 1, most: 99_999_999_999 },
                "Để trống khi chưa lấy số",
            ),
            field("/document/code_notation", "Ký hiệu văn bản", Text, "Ví dụ: BC-UBND"),
            field("/document/promulgation/place", "Địa danh", Text, "Ví dụ: Bình Minh"),
            field(
                "/document/promulgation/date",
                "Ngày ban hành",
                DayOrMonth,
                "Ngày/tháng/năm; chưa biết ngày thì ghi tháng/năm hoặc để trống",
            ),
            field(
                "/document/subject",
                "Trích yếu nội dung",
                Text,
                "Ví dụ: Công tác cải cách hành chính quý III năm 2026",
            ),
            field(
                "/document/authority",
                "Thẩm quyền ban hành",
                Text,
                "Chỉ ghi với quyết định: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ...",
            ),
            field("/document/grounds", "Căn cứ ban hành", Lines, "Mỗi căn cứ một dòng (Alt + Enter)"),
        ],
    },
    Group {
        title: "Nơi gửi, nơi nhận",
        fields: &[
            field("/document/to", "Kính gửi", Lines, "Mỗi nơi một dòng (Alt + Enter)"),
            field(
                "/document/recipients",
                "Nơi nhận",
                Lines,
                "Mỗi nơi một dòng (Alt + Enter), không ghi gạch đầu dòng và dấu câu; dòng cuối: Lưu: VT",
            ),
        ],
    },
    Group {
        title: "Người ký",
        fields: &[
            field(
                "/document/signers/0/competence",
                "Quyền hạn ký",
                Lines,
                "Ví dụ: TM. ỦY BAN NHÂN DÂN; ký thay thì thêm dòng KT. CHỦ TỊCH (Alt + Enter)",
            ),
            field("/document/signers/0/position", "Chức vụ", Text, "In hoa, ví dụ: CHỦ TỊCH"),
            field("/document/signers/0/full_name", "Họ và tên", Text, "Không ghi học hàm, học vị"),
            field(
                "/document/signers/0/signature",
                "Tệp ảnh chữ ký",
                Text,
                "Để trống khi ký tay; tên tệp PNG hoặc JPEG đặt cạnh báo cáo",
            ),
            field("/document/signers/0/seal", "Tệp ảnh con dấu", Text, "Như tệp ảnh chữ ký"),
        ],
    },
    Group {
        title: "Người ký thứ hai (nếu có)",
        fields: &[
            field(
                "/document/signers/1/competence",
                "Quyền hạn ký (người thứ hai)",
                Lines,
                "Chỉ ghi khi văn bản có hai người ký",
            ),
            field("/document/signers/1/position", "Chức vụ (người thứ hai)", Text, "In hoa"),
            field("/document/signers/1/full_name", "Họ và tên (người thứ hai)", Text, "Không ghi học hàm, học vị"),
            field("/document/signers/1/signature", "Tệp ảnh chữ ký (người thứ hai)", Text, "Như người ký thứ nhất"),
            field("/document/signers/1/seal", "Tệp ảnh con dấu (người thứ hai)", Text, "Như người ký thứ nhất"),
        ],
    },
    Group {
        title: "Phần khác (thường để trống)",
        fields: &[
            field(
                "/document/stamps/urgency",
                "Độ khẩn",
                Choice(&[("immediate", "HỎA TỐC"), ("very_urgent", "THƯỢNG KHẨN"), ("urgent", "KHẨN")]),
                "Chọn trong danh sách",
            ),
            field(
                "/document/stamps/secrecy",
                "Độ mật",
                Choice(&[("top_secret", "TUYỆT MẬT"), ("highly_secret", "TỐI MẬT"), ("secret", "MẬT")]),
                "Chọn trong danh sách",
            ),
            field(
                "/document/stamps/circulation",
                "Phạm vi lưu hành",
                Choice(&[("return_after_reading", "XEM XONG TRẢ LẠI"), ("internal", "LƯU HÀNH NỘI BỘ")]),
                "Chọn trong danh sách",
            ),
            field(
                "/document/stamps/recall",
                "Thu hồi",
                Choice(&[("to_be_recalled", "TÀI LIỆU THU HỒI")]),
                "Chọn trong danh sách",
            ),
            field("/document/drafter/mark", "Ký hiệu người soạn thảo", Text, "Ví dụ: NTH"),
            field("/document/drafter/copies", "Số bản phát hành", Whole { least: 1, most: 99_999 }, "Ví dụ: 12"),
            field("/document/confirmation/words", "Xác nhận của cơ quan khác", Text, "Chỉ ghi với giấy nghỉ phép"),
            field("/document/confirmation/full_name", "Họ và tên người xác nhận", Text, "Để trống khi chưa biết"),
            field("/document/address_line", "Địa chỉ, điện thoại, thư điện tử", Text, "In ở chân trang đầu"),
            field("/document/signing_time", "Thời gian ký số", Text, "Ví dụ: 2026-09-16T09:15:30+07:00"),
        ],
    },
];

/// All fields.
pub(super) fn all() -> impl Iterator<Item = &'static Field> {
    GROUPS.iter().flat_map(|group| group.fields)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use baocao_core::report::Report;
    use schemars::generate::SchemaSettings;
    use serde_json::Value;

    use super::*;

    /// The pointers of all values below a part of the schema; the first two entries of lists of objects.
    fn leaves(schema: &Value, root: &Value, pointer: &str, out: &mut BTreeSet<String>) {
        let whole = match schema.get("$ref").and_then(Value::as_str) {
            Some(name) => root.pointer(name.trim_start_matches('#')).unwrap(),
            None => schema,
        };
        if let Some(any) = whole.get("anyOf").and_then(Value::as_array) {
            return leaves(&any[0], root, pointer, out);
        }
        if let Some(properties) = whole.get("properties").and_then(Value::as_object) {
            for (name, below) in properties {
                leaves(below, root, &format!("{pointer}/{name}"), out);
            }
            return;
        }
        match whole.get("items") {
            Some(items) if items.get("$ref").is_some() => {
                for index in 0..2 {
                    leaves(items, root, &format!("{pointer}/{index}"), out);
                }
            }
            _ => {
                out.insert(pointer.to_owned());
            }
        }
    }

    #[test]
    fn every_value_of_the_period_and_the_document_has_a_row() {
        let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Report>().to_value();
        let mut wanted = BTreeSet::new();
        for part in ["period", "document"] {
            leaves(&schema["properties"][part], &schema, &format!("/{part}"), &mut wanted);
        }
        let known: Vec<String> = all().map(|field| field.pointer.to_owned()).collect();
        assert_eq!(known.iter().cloned().collect::<BTreeSet<_>>(), wanted);
        let labels: BTreeSet<&str> = all().map(|field| field.label).collect();
        assert_eq!((known.len(), labels.len()), (wanted.len(), wanted.len()), "labels and pointers differ");
    }
}
