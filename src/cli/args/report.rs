//! The commands of one report: render, explain, new.

use std::path::PathBuf;

use baocao_typeset::Standards;
use clap::ValueEnum;

use super::shared::{OfficeArgs, SettingsArgs};

/// `baocao render`
#[derive(Debug, clap::Args)]
pub(crate) struct RenderArgs {
    /// Tệp báo cáo; "-" là đầu vào chuẩn. Nhiều tệp hoặc một thư mục: dựng vào thư mục sau -d, như baocao batch
    #[arg(value_name = "REPORT.json", required = true)]
    pub(crate) reports_to_render: Vec<PathBuf>,

    /// Tệp kết quả; "-" là đầu ra chuẩn (mặc định: cạnh tệp báo cáo)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,

    /// Thư mục kết quả của nhiều báo cáo
    #[arg(short = 'd', long = "output-dir", value_name = "DIR", conflicts_with_all = ["output", "format", "ppi"])]
    pub(crate) results: Option<PathBuf>,

    /// Dạng kết quả: pdf, png (mặc định: theo đuôi tên tệp sau -o, hoặc pdf)
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,

    /// Độ phân giải của ảnh PNG, điểm ảnh trên inch, 20 đến 600 (mặc định: 110)
    #[arg(long, value_name = "N", default_value = "110", value_parser = clap::value_parser!(u16).range(20..=600))]
    pub(crate) ppi: u16,

    /// Chuẩn PDF, cách nhau bằng dấu phẩy (mặc định: a-3a,ua-1)
    #[arg(long, value_name = "LIST", default_value = "a-3a,ua-1")]
    pub(crate) pdf_standard: Standards,

    /// Thêm ô chữ ký trống ở chỗ ký, số, ngày, dấu, cho công cụ ký khác
    #[arg(long, conflicts_with_all = ["results", "ppi"])]
    pub(crate) signature_fields: bool,

    /// Dựng lại mỗi khi báo cáo hoặc tệp đặt cạnh nó thay đổi, cho đến khi dừng chương trình
    #[arg(long, conflicts_with = "results")]
    pub(crate) watch: bool,

    /// Mỗi phụ lục một tệp riêng: bao-cao.pdf, bao-cao-phu-luc-1.pdf ...
    #[arg(long, conflicts_with = "results")]
    pub(crate) split_appendices: bool,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    /// Không ghi tệp cả khi chỉ có cảnh báo
    #[arg(long)]
    pub(crate) strict: bool,

    #[command(flatten)]
    pub(crate) settings: SettingsArgs,

    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}

/// What `render` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// PDF
    Pdf,
    /// PNG
    Png,
}

/// `baocao explain`
#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// Tệp báo cáo; "-" là đầu vào chuẩn
    #[arg(value_name = "REPORT.json")]
    pub(crate) report: PathBuf,

    /// Mã chỉ tiêu (bỏ trống: liệt kê mọi chỉ tiêu)
    #[arg(value_name = "INDICATOR")]
    pub(crate) indicator: Option<String>,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,

    /// Chỉ in phần của từng đơn vị trong một số liệu tổng hợp, đủ mọi đơn vị
    #[arg(long, requires = "indicator", conflicts_with = "text_format")]
    pub(crate) parts: bool,

    #[command(flatten)]
    pub(crate) settings: SettingsArgs,

    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}

/// How a command tells what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// `baocao new`
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// Cấp hoặc bộ mẫu: xa, huyen, so, xa-2022, cchc/xa-2025 ...
    #[arg(value_name = "LEVEL")]
    pub(crate) level: String,

    /// Báo cáo trống của chính cơ quan, thay cho báo cáo mẫu: số liệu để trống, lời văn chờ điền
    #[arg(long, requires = "year")]
    pub(crate) blank: bool,

    /// Tên cơ quan như trong lời văn, ví dụ "UBND xã Bình Minh"
    #[arg(long, value_name = "NAME", requires = "blank", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(crate) organ: Option<String>,

    /// Năm báo cáo; không ghi tháng, quý, 6 tháng, 9 tháng thì là báo cáo năm
    #[arg(long, value_name = "YEAR", requires = "blank", value_parser = clap::value_parser!(i32).range(1945..=2200))]
    pub(crate) year: Option<i32>,

    /// Tháng, với báo cáo tháng
    #[arg(long, value_name = "N", requires = "blank", value_parser = clap::value_parser!(u32).range(1..=12))]
    pub(crate) month: Option<u32>,

    /// Quý, với báo cáo quý
    #[arg(long, value_name = "N", requires = "blank", conflicts_with = "month", value_parser = clap::value_parser!(u32).range(1..=4))]
    pub(crate) quarter: Option<u32>,

    /// Nửa năm (1 hoặc 2), với báo cáo 6 tháng
    #[arg(long, value_name = "N", requires = "blank", conflicts_with_all = ["month", "quarter"], value_parser = clap::value_parser!(u32).range(1..=2))]
    pub(crate) half: Option<u32>,

    /// Báo cáo 9 tháng
    #[arg(long, requires = "blank", conflicts_with_all = ["month", "quarter", "half"])]
    pub(crate) nine_months: bool,

    /// Tệp kết quả; "-" là đầu ra chuẩn
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}
