//! Rules whose findings are told where tables are read and computed.

use baocao_core::kinds;

use crate::{Family, Rule, Say, computed::told_already};

pub(super) const TABLES: Family = Family {
    name: Say { vi: "Bảng có cột riêng", en: "Tables with columns of their own" },
    rules: &[&COLUMN_SUM, &NOT_A_DATE, &NOTE_WITHOUT_MARK, &NOT_PRINTED, &CHART_NOT_PRINTED, &SPARE_COLUMN],
    check: told_already,
};

const COLUMN_SUM: Rule = Rule::of(
    kinds::tables::COLUMN_SUM,
    "cchc/xa-2022",
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12], ["Đoài", 9]], "total": {"label": "Tổng số", "cells": {"so": 21}}}}}"#,
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12], ["Đoài", 9]], "total": {"label": "Tổng số", "cells": {"so": 22}}}}}"#,
);

const NOT_A_DATE: Rule = Rule::of(
    kinds::tables::NOT_A_DATE,
    "cchc/xa-2022",
    r#"{"appendices": [{"title": "Văn bản", "parts": [{"table": "vb"}]}], "tables": {"vb": {
        "columns": [{"id": "ten", "title": "Văn bản"}, {"id": "ngay", "title": "Ngày", "kind": "date"}],
        "rows": [["Kế hoạch", "08/9/2023"]]}}}"#,
    r#"{"appendices": [{"title": "Văn bản", "parts": [{"table": "vb"}]}], "tables": {"vb": {
        "columns": [{"id": "ten", "title": "Văn bản"}, {"id": "ngay", "title": "Ngày", "kind": "date"}],
        "rows": [["Kế hoạch", "31/02/2023"]]}}}"#,
);

const NOTE_WITHOUT_MARK: Rule = Rule::of(
    kinds::tables::NOTE_WITHOUT_MARK,
    "cchc/xa-2022",
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12]]}}}"#,
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12]], "notes": [{"mark": "1", "text": "Số liệu ước tính."}]}}}"#,
);

const NOT_PRINTED: Rule = Rule::of(
    kinds::tables::NOT_PRINTED,
    "cchc/xa-2022",
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}], "rows": [["Đông", 12]]}}}"#,
    r#"{"tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}], "rows": [["Đông", 12]]}}}"#,
);

const CHART_NOT_PRINTED: Rule = Rule::of(
    kinds::charts::NOT_PRINTED,
    "cchc/xa-2022",
    r#"{"appendices": [{"title": "Kết quả", "parts": [{"chart": "xa"}]}],
        "charts": {"xa": {"title": "Tỷ lệ", "bars": [{"label": "Quý III", "value": 95}]}}}"#,
    r#"{"charts": {"xa": {"title": "Tỷ lệ", "bars": [{"label": "Quý III", "value": 95}]}}}"#,
);

const SPARE_COLUMN: Rule = Rule::of(
    kinds::data_files::SPARE_COLUMN,
    "cchc/xa-2022",
    "{}",
    r#"{"appendices": [{"title": "Thủ tục", "parts": [{"table": "tt"}]}], "tables": {"tt": {
        "columns": [{"id": "ten", "title": "Tên thủ tục hành chính"}, {"id": "so", "title": "Đã tiếp nhận", "kind": "count"}],
        "data": {"file": "examples/thu-tuc-bang-tu-do.csv"}}}}"#,
);
