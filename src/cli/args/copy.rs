//! The command that copies documents.

use std::path::PathBuf;

use baocao_core::document::CopyForm;
use baocao_typeset::Standards;
use clap::ValueEnum;

use super::shared::OfficeArgs;

/// `baocao copy`
#[derive(Debug, clap::Args)]
pub(crate) struct CopyArgs {
    /// Văn bản cần sao: tệp báo cáo, hoặc PDF do chương trình dựng, có nguồn bên trong; "-" là đầu vào chuẩn
    #[arg(id = "copy_source", value_name = "SOURCE")]
    pub(crate) source: PathBuf,

    /// Hình thức sao: sao-y, sao-luc, trich-sao
    #[arg(id = "copy_form", long = "form", value_enum, value_name = "FORM")]
    pub(crate) form: FormArg,

    /// Tệp của cơ quan sao văn bản, theo lược đồ baocao schema copy
    #[arg(id = "copy_by", long = "by", value_name = "SAO.json")]
    pub(crate) by: PathBuf,

    /// Bản sao điện tử (chỉ trích sao); không có thì là bản giấy
    #[arg(long)]
    pub(crate) electronic: bool,

    /// Các mục cần trích, cách nhau bằng dấu phẩy: mã mục, hoặc số in trong văn bản như II.3
    #[arg(id = "copied_sections", long = "sections", value_name = "ID,ID", value_delimiter = ',')]
    pub(crate) sections: Vec<String>,

    /// Tệp kết quả; "-" là đầu ra chuẩn (mặc định: cạnh văn bản, tên thêm hình thức sao)
    #[arg(id = "copy_output", short = 'o', long = "output", value_name = "OUT.pdf")]
    pub(crate) output: Option<PathBuf>,

    /// Chuẩn PDF, cách nhau bằng dấu phẩy (mặc định: a-3a,ua-1)
    #[arg(long, value_name = "LIST", default_value = "a-3a,ua-1")]
    pub(crate) pdf_standard: Standards,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}

/// The forms of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormArg {
    /// SAO Y
    SaoY,
    /// SAO LỤC
    SaoLuc,
    /// TRÍCH SAO
    TrichSao,
}

impl FormArg {
    /// The form.
    pub(crate) fn form(self) -> CopyForm {
        match self {
            Self::SaoY => CopyForm::SaoY,
            Self::SaoLuc => CopyForm::SaoLuc,
            Self::TrichSao => CopyForm::TrichSao,
        }
    }

    /// What the name of a copy ends with.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::SaoY => "-sao-y.pdf",
            Self::SaoLuc => "-sao-luc.pdf",
            Self::TrichSao => "-trich-sao.pdf",
        }
    }
}
