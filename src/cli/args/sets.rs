//! The commands of template sets: templates, form, schema.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

/// `baocao templates`
#[derive(Debug, clap::Args)]
pub(crate) struct TemplatesArgs {
    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Chép tất cả tệp mẫu ra một thư mục để sửa
    #[arg(long, value_name = "DIR")]
    pub(crate) export: Option<PathBuf>,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// `baocao form`
#[derive(Debug, clap::Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct FormArgs {
    #[command(subcommand)]
    pub(crate) command: FormCommand,
}

/// The commands of `baocao form`.
#[derive(Debug, Subcommand)]
pub(crate) enum FormCommand {
    /// Liệt kê các bộ mẫu: số biểu, số chỉ tiêu, nguồn
    List(FormListArgs),
    /// Xem một chỉ tiêu được in ở đâu trong từng bộ mẫu, hoặc mọi dòng của một bộ mẫu
    Show(FormShowArgs),
    /// So sánh chỉ tiêu của hai bộ mẫu
    Diff(FormDiffArgs),
    /// Tìm mọi chỗ sai trong một thư mục mẫu
    Lint(FormLintArgs),
    /// Viết một bộ mẫu mới để sửa
    New(FormNewArgs),
    /// Viết biểu mẫu thành bảng tính để điền
    Export(FormExportArgs),
}

/// `baocao form list`
#[derive(Debug, clap::Args)]
pub(crate) struct FormListArgs {
    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// In bảng Markdown: chỉ tiêu nào được in dưới mã nào trong bộ mẫu nào
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// `baocao form show`
#[derive(Debug, clap::Args)]
pub(crate) struct FormShowArgs {
    /// Mã chỉ tiêu, hoặc tên bộ mẫu
    #[arg(value_name = "ID")]
    pub(crate) id: String,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}

/// `baocao form diff`
#[derive(Debug, clap::Args)]
pub(crate) struct FormDiffArgs {
    /// Bộ mẫu trước
    #[arg(value_name = "A")]
    pub(crate) before: String,

    /// Bộ mẫu sau
    #[arg(value_name = "B")]
    pub(crate) after: String,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}

/// `baocao form lint`
#[derive(Debug, clap::Args)]
pub(crate) struct FormLintArgs {
    /// Thư mục mẫu, hoặc thư mục của một bộ mẫu
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
}

/// `baocao form new`
#[derive(Debug, clap::Args)]
pub(crate) struct FormNewArgs {
    /// Tên bộ mẫu: họ/cấp-phiên bản, ví dụ kntc/xa-2026
    #[arg(value_name = "SET")]
    pub(crate) set_name: String,

    /// Thư mục mẫu sẽ chứa bộ mẫu (mặc định: mau)
    #[arg(short = 'o', long = "output", value_name = "DIR", default_value = "mau")]
    pub(crate) into: PathBuf,

    /// Chép một bộ mẫu đã có thay vì viết khung
    #[arg(long, value_name = "SET")]
    pub(crate) like: Option<String>,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// `baocao form export`
#[derive(Debug, clap::Args)]
pub(crate) struct FormExportArgs {
    /// Cấp hoặc bộ mẫu: xa, huyen, so, xa-2022, cchc/xa-2025 ...
    #[arg(value_name = "SET")]
    pub(crate) level: String,

    /// Tệp bảng tính (.xlsx); "-" là đầu ra chuẩn
    #[arg(short, long, value_name = "FILE", default_value = "bieu-mau.xlsx")]
    pub(crate) output: PathBuf,

    /// Điền sẵn số liệu và lời văn của một báo cáo
    #[arg(long = "report", value_name = "FILE")]
    pub(crate) filled: Option<PathBuf>,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// `baocao schema`
#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Lược đồ của tệp nào: report, copy, archive, form, outline, relations, rollup, documents, wording, rules, config, map, findings, diff (mặc định: report)
    #[arg(value_enum, default_value = "report")]
    pub(crate) kind: SchemaKind,

    /// Lược đồ báo cáo của riêng một bộ mẫu: trình soạn thảo biết cả mã chỉ tiêu và mã mục
    #[arg(long = "for", value_name = "SET")]
    pub(crate) set: Option<String>,

    /// In bảng các trường của báo cáo (Markdown), thay cho lược đồ
    #[arg(long = "markdown", conflicts_with = "set")]
    pub(crate) fields_markdown: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Tệp kết quả; "-" là đầu ra chuẩn
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// Files that have a schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemaKind {
    /// Báo cáo
    Report,
    /// Phần của cơ quan sao văn bản: SAO.json
    Copy,
    /// Thông tin của văn bản vào kho lưu trữ
    Archive,
    /// Biểu mẫu: form.json
    Form,
    /// Đề cương: outline.json
    Outline,
    /// Quan hệ giữa các chỉ tiêu: relations.json
    Relations,
    /// Cách tổng hợp báo cáo: rollup.json
    Rollup,
    /// Văn bản thường được viện dẫn: documents.json
    Documents,
    /// Từ ngữ của họ báo cáo: wording.json
    Wording,
    /// Quy tắc câu chữ của cơ quan
    Rules,
    /// Cấu hình của cơ quan: baocao.toml
    Config,
    /// Cách chuyển tệp xuất thành báo cáo: MAP.toml
    Map,
    /// Kết quả của `baocao check --format json`
    Findings,
    /// Kết quả của `baocao diff --format json`
    Diff,
}
