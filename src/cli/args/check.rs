//! The commands of the checker: check, rule.

use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::{OfficeArgs, SettingsArgs};

/// `baocao check`
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Các tệp báo cáo; thư mục là mọi báo cáo .json nằm ngay trong đó; "-" là đầu vào chuẩn
    #[arg(value_name = "REPORT.json", required = true)]
    pub(crate) reports: Vec<PathBuf>,

    /// Ngưỡng không đạt (mã thoát 1): note, warning, error (mặc định: error)
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<LevelArg>,

    #[command(flatten)]
    pub(crate) settings: SettingsArgs,

    /// Dạng kết quả: text, json, sarif (mặc định: text)
    #[arg(id = "findings_format", long = "format", value_enum, default_value = "text", value_name = "FORMAT")]
    pub(crate) format: FindingsFormat,

    /// Chỉ in bảng tổng hợp: mỗi đơn vị một dòng
    #[arg(long)]
    pub(crate) summary: bool,

    /// Sửa ngay trong tệp những chỗ chắc chắn: NFC, dấu cách, số 0 trước ngày, dấu câu ở Nơi nhận; rồi kiểm tra phần còn lại
    #[arg(long)]
    pub(crate) fix: bool,

    /// Chỉ cho xem --fix sẽ sửa gì, không ghi
    #[arg(long)]
    pub(crate) diff: bool,

    /// Tệp kết quả; "-" là đầu ra chuẩn
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}

/// How grave findings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LevelArg {
    /// Lưu ý
    Note,
    /// Cảnh báo
    Warning,
    /// Lỗi
    Error,
}

/// How `check` tells its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// Văn bản
    Text,
    /// JSON
    Json,
    /// SARIF 2.1.0
    Sarif,
}

/// `baocao rule`
#[derive(Debug, clap::Args)]
pub(crate) struct RuleArgs {
    /// Mã quy tắc; bỏ trống là liệt kê mọi quy tắc
    #[arg(id = "rule_id", value_name = "ID")]
    pub(crate) id: Option<String>,

    /// Tệp cấu hình có các quy tắc của cơ quan (mặc định: baocao.toml ở thư mục này hoặc thư mục trên gần nhất)
    #[arg(id = "rules_config", long = "config", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// In mọi quy tắc thành một trang Markdown
    #[arg(id = "rules_markdown", long = "markdown")]
    pub(crate) markdown: bool,
}
