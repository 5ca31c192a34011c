//! The commands of exports: import, map.

use std::path::PathBuf;

use clap::Subcommand;

/// `baocao import`
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Tệp xuất của hệ thống khác: CSV, NDJSON, JSON, XLSX, XLS, ODS, HTML; "-" là đầu vào chuẩn
    #[arg(value_name = "INPUT", required = true)]
    pub(crate) inputs: Vec<PathBuf>,

    /// Cách chuyển: cột nào thành số liệu nào
    #[arg(long, value_name = "MAP.toml")]
    pub(crate) map: Option<PathBuf>,

    /// Bộ mẫu của bảng tính do `baocao form export` viết, nếu bảng tính không còn ghi
    #[arg(long = "set", value_name = "SET", conflicts_with = "map")]
    pub(crate) set_of_workbook: Option<String>,

    /// Thư mục kết quả, mỗi đơn vị một báo cáo; chưa có thì được tạo. Chỉ có một báo cáo: cũng nhận tên tệp .json
    #[arg(short, long, value_name = "DIR", required_unless_present = "explain")]
    pub(crate) output_dir: Option<PathBuf>,

    /// In ra ô nào vào đâu
    #[arg(long)]
    pub(crate) explain: bool,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}

/// `baocao map`
#[derive(Debug, clap::Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct MapArgs {
    #[command(subcommand)]
    pub(crate) command: MapCommand,
}

/// The commands of `baocao map`.
#[derive(Debug, Subcommand)]
pub(crate) enum MapCommand {
    /// Đề xuất cách chuyển từ đầu bảng của một tệp xuất
    New(MapNewArgs),
}

/// `baocao map new`
#[derive(Debug, clap::Args)]
pub(crate) struct MapNewArgs {
    /// Tệp xuất của hệ thống khác
    #[arg(value_name = "INPUT")]
    pub(crate) export_file: PathBuf,

    /// Bộ mẫu của các báo cáo
    #[arg(long = "set", value_name = "SET")]
    pub(crate) of_set: String,

    /// Trang tính có bảng; không nêu thì là trang nhiều dòng nhất
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,

    /// Tệp kết quả; "-" là đầu ra chuẩn (mặc định)
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}
