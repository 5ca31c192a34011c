//! The arguments: types only. Help is in Vietnamese here and in English in `help.rs`.

use std::ffi::OsString;
use std::path::PathBuf;

use baocao::diagnostic::Lang;
use baocao::typeset::Standards;
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Biến dữ liệu báo cáo (JSON) thành văn bản hành chính PDF đúng thể thức Nghị định 30/2020/NĐ-CP
#[derive(Debug, Parser)]
#[command(
    name = "baocao",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Xem hướng dẫn này
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    help: Option<bool>,

    /// Xem phiên bản
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,

    /// Ngôn ngữ của thông báo: vi, en (mặc định: vi)
    #[arg(long, global = true, value_enum, default_value = "vi", value_name = "LANG")]
    pub(crate) lang: LangArg,

    /// Tô màu thông báo: auto, always, never (mặc định: auto)
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: Color,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Dựng báo cáo thành PDF hoặc ảnh PNG
    Render(RenderArgs),
    /// Kiểm tra báo cáo trước khi trình ký
    Check(CheckArgs),
    /// Xem các quy tắc kiểm tra
    Rule(RuleArgs),
    /// Giải thích một số liệu: giá trị, công thức, nguồn, mọi nơi in ra
    Explain(ExplainArgs),
    /// Viết một báo cáo mẫu đầy đủ để bắt đầu
    New(NewArgs),
    /// Liệt kê các bộ mẫu
    Templates(TemplatesArgs),
    /// Xem, so sánh, kiểm tra, tạo biểu mẫu
    Form(FormArgs),
    /// In lược đồ JSON cho trình soạn thảo
    Schema(SchemaArgs),
    /// In tệp gợi ý lệnh cho shell
    Completions(CompletionsArgs),
    /// Viết các trang man
    Man(ManArgs),
}

/// Templates and fonts of an office's own.
#[derive(Debug, clap::Args)]
pub(crate) struct OfficeArgs {
    /// Thư mục mẫu riêng, phủ lên mẫu có sẵn theo từng tệp
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thư mục phông chữ riêng (.ttf, .otf)
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Option<PathBuf>,
}

/// `baocao render`
#[derive(Debug, clap::Args)]
pub(crate) struct RenderArgs {
    /// Tệp báo cáo; "-" là đầu vào chuẩn
    #[arg(value_name = "REPORT.json")]
    pub(crate) report: PathBuf,

    /// Tệp kết quả; "-" là đầu ra chuẩn (mặc định: cạnh tệp báo cáo)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,

    /// Dạng kết quả: pdf, png (mặc định: pdf)
    #[arg(long, value_enum, default_value = "pdf")]
    pub(crate) format: Format,

    /// Độ phân giải của ảnh PNG, điểm ảnh trên inch, 20 đến 600 (mặc định: 110)
    #[arg(long, value_name = "N", default_value = "110", value_parser = clap::value_parser!(u16).range(20..=600))]
    pub(crate) ppi: u16,

    /// Chuẩn PDF, cách nhau bằng dấu phẩy (mặc định: a-3a,ua-1)
    #[arg(long, value_name = "LIST", default_value = "a-3a,ua-1")]
    pub(crate) pdf_standard: Standards,

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

/// What the checker is told beside what reports say of themselves.
#[derive(Debug, clap::Args)]
pub(crate) struct SettingsArgs {
    /// Đổi mức độ của một quy tắc: note, warning, error; dùng được nhiều lần
    #[arg(long, value_name = "ID=LEVEL")]
    pub(crate) severity: Vec<String>,

    /// Miễn một quy tắc, ở mọi chỗ hoặc từ một con trỏ JSON trở xuống; phải nêu lý do; dùng được nhiều lần
    #[arg(long, value_name = "ID[@POINTER]=REASON")]
    pub(crate) exempt: Vec<String>,

    /// Tệp cấu hình (mặc định: baocao.toml ở thư mục của báo cáo hoặc thư mục trên gần nhất)
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

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

    /// In mọi quy tắc thành một trang Markdown
    #[arg(id = "rules_markdown", long = "markdown")]
    pub(crate) markdown: bool,
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

/// `baocao schema`
#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Lược đồ của tệp nào: report, form, outline, relations, documents, wording, config, findings (mặc định: report)
    #[arg(value_enum, default_value = "report")]
    pub(crate) kind: SchemaKind,

    /// Lược đồ báo cáo của riêng một bộ mẫu: trình soạn thảo biết cả mã chỉ tiêu và mã mục
    #[arg(long = "for", value_name = "SET")]
    pub(crate) set: Option<String>,

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
    /// Biểu mẫu: form.json
    Form,
    /// Đề cương: outline.json
    Outline,
    /// Quan hệ giữa các chỉ tiêu: relations.json
    Relations,
    /// Văn bản thường được viện dẫn: documents.json
    Documents,
    /// Từ ngữ của họ báo cáo: wording.json
    Wording,
    /// Cấu hình của cơ quan: baocao.toml
    Config,
    /// Kết quả của `baocao check --format json`
    Findings,
}

/// `baocao completions`
#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// Loại shell: bash, elvish, fish, powershell, zsh
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// `baocao man`
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Thư mục kết quả, phải có sẵn
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

/// When messages are coloured.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// Khi in ra màn hình
    Auto,
    /// Luôn luôn
    Always,
    /// Không bao giờ
    Never,
}

/// The language asked for, before the arguments are parsed: help and usage errors speak it too.
pub(crate) fn lang_of(args: impl Iterator<Item = OsString>) -> Lang {
    let args: Vec<OsString> = args.collect();
    let english =
        args.iter().any(|arg| arg == "--lang=en") || args.windows(2).any(|pair| pair[0] == "--lang" && pair[1] == "en");
    if english { Lang::En } else { Lang::Vi }
}
