//! `baocao archive`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};

use super::report::TextFormat;
use super::verify::AgainstArgs;

/// `baocao archive`
#[derive(Debug, clap::Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct ArchiveArgs {
    #[command(subcommand)]
    pub(crate) command: ArchiveCommand,
}

/// The commands of `baocao archive`.
#[derive(Debug, Subcommand)]
pub(crate) enum ArchiveCommand {
    /// Đưa một văn bản đã phát hành vào kho
    Add(Box<ArchiveAddArgs>),
    /// Kiểm tra mọi tệp của mọi gói, sổ và đầu sổ; hoặc một gói BagIt
    Verify(ArchiveVerifyArgs),
    /// Liệt kê văn bản theo thứ tự vào sổ
    List(ArchiveListArgs),
    /// Xem một gói: thông tin, các tệp
    Show(ArchiveShowArgs),
    /// Tìm văn bản theo chữ (có dấu hoặc không), theo ngày, theo năm
    Find(ArchiveFindArgs),
    /// Xuất gói ra dạng BagIt hoặc E-ARK CSIP để giao nộp
    Export(ArchiveExportArgs),
}

/// `baocao archive add`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveAddArgs {
    /// Văn bản đã ký, dạng PDF
    #[arg(value_name = "FILE.pdf")]
    pub(crate) issued: PathBuf,

    /// Kho lưu trữ; chưa có thì được tạo
    #[arg(long = "to", value_name = "DIR")]
    pub(crate) archive_to: PathBuf,

    /// Phụ lục để riêng, bản sao (PDF); dùng được nhiều lần
    #[arg(long = "with", value_name = "OTHER.pdf", num_args = 1..)]
    pub(crate) companions: Vec<PathBuf>,

    /// Thông tin của văn bản theo Phụ lục VI Nghị định 30/2020/NĐ-CP (JSON), điền chỗ báo cáo để trống
    #[arg(long = "metadata", value_name = "FILE.json")]
    pub(crate) metadata_file: Option<PathBuf>,

    /// Số văn bản, nếu báo cáo để trống và chưa đóng số
    #[arg(long = "number", value_name = "NUMBER")]
    pub(crate) code_number: Option<String>,

    /// Ngày ban hành (năm-tháng-ngày), nếu báo cáo để trống và chưa đóng ngày
    #[arg(long = "date", value_name = "DATE")]
    pub(crate) issued_date: Option<NaiveDate>,

    /// Loạt số mà số văn bản thuộc về (mặc định: theo ký hiệu)
    #[arg(long = "series", value_name = "NAME")]
    pub(crate) number_series: Option<String>,

    /// Thời hạn bảo quản, ví dụ "Vĩnh viễn", "10 năm"
    #[arg(long = "retention", value_name = "TEXT")]
    pub(crate) retention: Option<String>,

    /// Kết quả của baocao verify --format json về chính tệp này, giữ làm bằng chứng (mặc định: kết quả bây giờ)
    #[arg(long = "evidence", value_name = "FILE.json")]
    pub(crate) evidence: Option<PathBuf>,

    /// Giữ cả văn bản không đạt kiểm tra, cùng kết quả ấy
    #[arg(long)]
    pub(crate) keep_failed: bool,

    #[command(flatten)]
    pub(crate) against: AgainstArgs,
}

/// `baocao archive verify`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveVerifyArgs {
    /// Kho lưu trữ, hoặc thư mục của một gói BagIt
    #[arg(value_name = "DIR")]
    pub(crate) archive_or_bag: PathBuf,

    /// Bản đầu sổ head.json giữ ở nơi khác: sổ phải tiếp nối nó
    #[arg(long = "head", value_name = "HEAD.json")]
    pub(crate) kept_head: Option<PathBuf>,

    /// Dấu thời gian (RFC 3161) của một đầu sổ
    #[arg(long = "timestamp", value_name = "TOKEN")]
    pub(crate) timestamp_token: Option<PathBuf>,
}

/// `baocao archive list`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveListArgs {
    /// Kho lưu trữ
    #[arg(value_name = "DIR")]
    pub(crate) archive: PathBuf,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,
}

/// `baocao archive show`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveShowArgs {
    /// Mã gói, như baocao archive list in ra
    #[arg(value_name = "ID")]
    pub(crate) package_id: String,

    /// Kho lưu trữ
    #[arg(value_name = "DIR")]
    pub(crate) archive: PathBuf,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,
}

/// `baocao archive find`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveFindArgs {
    /// Kho lưu trữ
    #[arg(value_name = "DIR")]
    pub(crate) archive: PathBuf,

    /// Các từ phải có trong số, ký hiệu, cơ quan, trích yếu; viết không dấu thì dấu nào cũng khớp
    #[arg(value_name = "WORDS")]
    pub(crate) query_words: Vec<String>,

    /// Từ ngày này (năm-tháng-ngày)
    #[arg(long = "from", value_name = "DATE")]
    pub(crate) from_day: Option<NaiveDate>,

    /// Đến hết ngày này (năm-tháng-ngày)
    #[arg(long = "until", value_name = "DATE")]
    pub(crate) until_day: Option<NaiveDate>,

    /// Năm của số văn bản
    #[arg(long = "year", value_name = "YEAR")]
    pub(crate) of_year: Option<i32>,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,
}

/// `baocao archive export`
#[derive(Debug, clap::Args)]
pub(crate) struct ArchiveExportArgs {
    /// Kho lưu trữ
    #[arg(value_name = "DIR")]
    pub(crate) archive: PathBuf,

    /// Mã gói, như baocao archive list in ra
    #[arg(value_name = "ID", required_unless_present = "export_all", conflicts_with = "export_all")]
    pub(crate) exported_id: Option<String>,

    /// Mọi gói, mỗi gói một thư mục trong OUT
    #[arg(id = "export_all", long = "all")]
    pub(crate) all: bool,

    /// Dạng gói: bagit, csip
    #[arg(long = "as", value_enum, value_name = "FORM")]
    pub(crate) package_form: PackageForm,

    /// Thư mục kết quả, phải chưa có
    #[arg(short = 'o', long = "output", value_name = "OUT")]
    pub(crate) export_to: PathBuf,
}

/// The forms that packages are handed out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PackageForm {
    /// BagIt 1.0 (RFC 8493)
    Bagit,
    /// E-ARK CSIP
    Csip,
}
