//! `baocao diff`

use std::path::PathBuf;

use super::report::TextFormat;

/// `baocao diff`
#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// Báo cáo trước; "-" là đầu vào chuẩn
    #[arg(value_name = "A.json")]
    pub(crate) report_before: PathBuf,

    /// Báo cáo sau
    #[arg(value_name = "B.json")]
    pub(crate) report_after: PathBuf,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,

    /// Mã thoát 1 nếu hai báo cáo khác nhau
    #[arg(long)]
    pub(crate) exit_code: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thư mục gốc: báo cáo chỉ dùng được tệp trong đó (mặc định: thư mục chứa baocao.toml gần nhất, không có thì thư mục của báo cáo)
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
}
