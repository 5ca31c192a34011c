//! Help in both languages, usage errors, first steps.

use std::process::ExitCode;

use baocao::diagnostic::Lang;
use clap::Command;
use clap::error::ErrorKind;

/// Examples shown after the help of each command: Vietnamese, English.
const EXAMPLES: [(&str, &str, &str); 4] = [
    (
        "render",
        "Ví dụ:\n  baocao render bao-cao.json\n  baocao render bao-cao.json -o BC-quy-3.pdf --force\n  baocao render bao-cao.json --format png --ppi 150 -o trang.png\n  cat bao-cao.json | baocao render - -o - > BC.pdf",
        "Examples:\n  baocao render report.json\n  baocao render report.json -o BC-q3.pdf --force\n  baocao render report.json --format png --ppi 150 -o page.png\n  cat report.json | baocao render - -o - > BC.pdf",
    ),
    (
        "new",
        "Ví dụ:\n  baocao new xa -o bao-cao.json\n  baocao new huyen-2022 > bao-cao.json",
        "Examples:\n  baocao new xa -o report.json\n  baocao new huyen-2022 > report.json",
    ),
    (
        "schema",
        "Ví dụ:\n  baocao schema -o report.schema.json\n  baocao schema form",
        "Examples:\n  baocao schema -o report.schema.json\n  baocao schema form",
    ),
    (
        "completions",
        "Ví dụ:\n  baocao completions bash > ~/.local/share/bash-completion/completions/baocao",
        "Examples:\n  baocao completions bash > ~/.local/share/bash-completion/completions/baocao",
    ),
];

/// What each command is for, in English.
const COMMANDS: [(&str, &str); 6] = [
    ("render", "Render a report as PDF or as PNG images"),
    ("new", "Write a complete sample report to begin with"),
    ("templates", "List the template sets"),
    ("schema", "Print the JSON Schema for editors"),
    ("completions", "Print completions for a shell"),
    ("man", "Write the man pages"),
];

/// What each argument is for, in English.
const ARGUMENTS: [(&str, &str); 14] = [
    ("lang", "Language of messages"),
    ("color", "Colour messages"),
    ("report", "Report file; \"-\" is standard input"),
    ("output", "Output file; \"-\" is standard output"),
    ("format", "Output format"),
    ("ppi", "Resolution of PNG images in pixels per inch"),
    ("pdf_standard", "PDF standards, separated by commas"),
    ("force", "Replace an existing file"),
    ("templates", "Folder of own templates, laid over the built-in ones file by file"),
    ("font_dir", "Folder of own fonts (.ttf, .otf)"),
    ("level", "Level or template set: xa, huyen, so, xa-2022, cchc/xa-2025 ..."),
    ("kind", "Which file's schema"),
    ("shell", "Kind of shell"),
    ("folder", "Output folder, which must exist"),
];

/// The command with help in one language.
pub(crate) fn localized(command: Command, lang: Lang) -> Command {
    let about = "Turn the data of a report (JSON) into the official document (PDF) of Nghị định 30/2020/NĐ-CP";
    let mut command = match lang {
        Lang::Vi => headings(command, "Lệnh", "Tham số và tùy chọn"),
        Lang::En => in_english(headings(command, "Commands", "Arguments and options")).about(about),
    };
    for (name, vi, en) in EXAMPLES {
        let text = if lang == Lang::Vi { vi } else { en };
        command = command.mut_subcommand(name, |sub| sub.after_help(text));
    }
    command
}

fn headings(command: Command, commands: &'static str, arguments: &'static str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command.subcommand_help_heading(commands).mut_args(|arg| arg.help_heading(arguments));
    for name in names {
        command = command.mut_subcommand(name, |sub| sub.mut_args(|arg| arg.help_heading(arguments)));
    }
    command
}

fn in_english(command: Command) -> Command {
    let help = |arg: clap::Arg| match ARGUMENTS.iter().find(|(id, _)| arg.get_id() == id) {
        Some((_, text)) => arg.help(*text),
        None => arg,
    };
    let mut command = command.mut_args(help);
    for (name, about) in COMMANDS {
        command = command.mut_subcommand(name, |sub| sub.about(about).mut_args(help));
    }
    command
}

/// Help and version are answers; all else is a wrong call (exit code 2).
pub(crate) fn usage(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if lang == Lang::Vi {
        eprintln!("lỗi[dong-lenh/sai]: lệnh gọi không đúng; xem `baocao --help`");
    }
    let _ = error.print();
    ExitCode::from(2)
}

/// What a newcomer sees: the three commands that matter.
pub(crate) fn first_steps(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => {
            "baocao: từ dữ liệu báo cáo (JSON) đến văn bản PDF đúng thể thức Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o bao-cao.json     viết một báo cáo mẫu (xa, huyen, so)\n  \
             baocao render bao-cao.json        dựng thành bao-cao.pdf\n  \
             baocao --help                     xem tất cả các lệnh"
        }
        Lang::En => {
            "baocao: from the data of a report (JSON) to the official PDF of Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o report.json      write a sample report (xa, huyen, so)\n  \
             baocao render report.json         make report.pdf\n  \
             baocao --help                     see all commands"
        }
    }
}
