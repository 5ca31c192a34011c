//! The arguments: types only. Help is in Vietnamese here and in English in `help.rs`.

mod aggregate;
mod archive;
mod batch;
mod check;
mod copy;
mod diff;
mod import;
mod pdf;
mod report;
mod sets;
mod shared;
mod sign;
mod units;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;

use baocao_core::diagnostic::Lang;
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use aggregate::AggregateArgs;
pub(crate) use archive::{
    ArchiveAddArgs, ArchiveArgs, ArchiveCommand, ArchiveExportArgs, ArchiveFindArgs, ArchiveListArgs, ArchiveShowArgs,
    ArchiveVerifyArgs, PackageForm,
};
pub(crate) use batch::{BatchArgs, MakingArgs, WorkerArgs};
pub(crate) use check::{CheckArgs, FindingsFormat, LevelArg, RuleArgs};
pub(crate) use copy::{CopyArgs, FormArg};
pub(crate) use diff::DiffArgs;
pub(crate) use import::{ImportArgs, MapArgs, MapCommand, MapNewArgs};
pub(crate) use pdf::{ExtractArgs, PlacesArgs};
pub(crate) use report::{ExplainArgs, Format, NewArgs, RenderArgs, TextFormat};
pub(crate) use sets::{
    FormArgs, FormCommand, FormDiffArgs, FormExportArgs, FormLintArgs, FormListArgs, FormNewArgs, FormShowArgs,
    SchemaArgs, SchemaKind, TemplatesArgs,
};
pub(crate) use shared::{OfficeArgs, SettingsArgs};
pub(crate) use sign::{
    FinishArgs, IssueArgs, KeyArgs, MannerArgs, MarkArg, PictureArgs, PlaceArgs, PrepareArgs, ProofArgs, SignArgs,
    TargetArgs,
};
pub(crate) use units::UnitsArgs;
pub(crate) use verify::{AgainstArgs, VerifyArgs};

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
    /// Làm bản sao của văn bản: sao y, sao lục, trích sao
    Copy(CopyArgs),
    /// Lấy lại báo cáo và các tệp đi kèm từ bên trong PDF
    Extract(ExtractArgs),
    /// Xem chỗ ký, chỗ đóng dấu, chỗ ghi số và ngày trong PDF
    Places(PlacesArgs),
    /// Xem các quy tắc kiểm tra
    Rule(RuleArgs),
    /// Giải thích một số liệu: giá trị, công thức, nguồn, mọi nơi in ra
    Explain(ExplainArgs),
    /// Viết một báo cáo để bắt đầu: báo cáo mẫu đầy đủ, hoặc báo cáo trống của chính cơ quan
    New(NewArgs),
    /// Chuyển tệp xuất của hệ thống khác thành báo cáo, mỗi đơn vị một báo cáo
    Import(ImportArgs),
    /// Viết cách chuyển tệp xuất thành báo cáo
    Map(MapArgs),
    /// Liệt kê các tỉnh, hoặc các xã, phường của một tỉnh, có mã
    Units(UnitsArgs),
    /// Dựng nhiều báo cáo một lượt, ghi nhật ký, làm tiếp được khi bị ngắt
    Batch(BatchArgs),
    /// Nhận yêu cầu từng dòng ở đầu vào chuẩn, trả lời từng dòng ở đầu ra chuẩn
    Worker(WorkerArgs),
    /// Tổng hợp báo cáo của nhiều đơn vị thành báo cáo cấp trên
    Aggregate(AggregateArgs),
    /// Lưu trữ văn bản đã phát hành, có sổ nối chuỗi: mọi thay đổi đều lộ ra
    Archive(ArchiveArgs),
    /// So sánh hai báo cáo, hai kỳ: số liệu, thể thức, lời văn, bảng
    Diff(DiffArgs),
    /// Kiểm tra chữ ký số của một tệp PDF, và nội dung có bị đổi sau khi ký không
    Verify(VerifyArgs),
    /// Ký số tệp PDF: người có thẩm quyền, số, ngày, dấu
    Sign(SignArgs),
    /// Ban hành: ký số, ngày và dấu của cơ quan trong một lần
    Issue(IssueArgs),
    /// Chuẩn bị tệp để ký bằng công cụ khác
    Prepare(PrepareArgs),
    /// Đặt chữ ký của công cụ khác vào tệp đã chuẩn bị
    Finish(FinishArgs),
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
