//! Help in both languages, first steps.

use baocao::diagnostic::Lang;
use clap::Command;

/// Examples shown after the help of each command: Vietnamese, English.
const EXAMPLES: [(&str, &str, &str); 6] = [
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
        "templates",
        "Ví dụ:\n  baocao templates\n  baocao templates --templates mau-cua-huyen",
        "Examples:\n  baocao templates\n  baocao templates --templates our-templates",
    ),
    (
        "schema",
        "Ví dụ:\n  baocao schema -o report.schema.json\n  baocao schema --for xa-2022 -o report.schema.json\n  baocao schema form",
        "Examples:\n  baocao schema -o report.schema.json\n  baocao schema --for xa-2022 -o report.schema.json\n  baocao schema form",
    ),
    ("man", "Ví dụ:\n  baocao man ~/.local/share/man/man1", "Examples:\n  baocao man ~/.local/share/man/man1"),
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
const ARGUMENTS: [(&str, &str); 18] = [
    ("help", "Show this help"),
    ("version", "Show the version"),
    ("lang", "Language of messages: vi, en (default: vi)"),
    ("color", "Colour messages: auto, always, never (default: auto)"),
    ("report", "Report file; \"-\" is standard input"),
    ("output", "Output file; \"-\" is standard output"),
    ("format", "Output format: pdf, png (default: pdf)"),
    ("ppi", "Resolution of PNG images in pixels per inch, 20 to 600 (default: 110)"),
    ("pdf_standard", "PDF standards, separated by commas (default: a-3a,ua-1)"),
    ("force", "Replace an existing file"),
    ("templates", "Folder of own templates, laid over the built-in ones file by file"),
    ("font_dir", "Folder of own fonts (.ttf, .otf)"),
    ("level", "Level or template set: xa, huyen, so, xa-2022, cchc/xa-2025 ..."),
    ("kind", "Which file's schema: report, form, outline (default: report)"),
    ("set", "The report schema of one template set: editors then know its indicators and sections"),
    ("export", "Copy all template files to a folder, to change them there"),
    ("shell", "Kind of shell: bash, elvish, fish, powershell, zsh"),
    ("folder", "Output folder, which must exist"),
];

/// The command with help in one language.
pub(crate) fn localized(command: Command, lang: Lang) -> Command {
    let about = "Turn the data of a report (JSON) into the official document (PDF) of Nghị định 30/2020/NĐ-CP";
    let words = match lang {
        Lang::Vi => Words { usage: "Cách dùng", commands: "Lệnh", arguments: "Tham số", options: "Tùy chọn" },
        Lang::En => Words { usage: "Usage", commands: "Commands", arguments: "Arguments", options: "Options" },
    };
    let mut command = words.on(command.subcommand_help_heading(words.commands));
    if lang == Lang::En {
        command = in_english(command).about(about);
    }
    let first = first_steps(lang).split_once("\n\n").map_or("", |(_, steps)| steps);
    let examples = if lang == Lang::Vi { "Ví dụ" } else { "Examples" };
    command = command.after_help(format!("{examples}:\n{}", first.trim_end()));
    for (name, vi, en) in EXAMPLES {
        let text = if lang == Lang::Vi { vi } else { en };
        command = command.mut_subcommand(name, |sub| words.on(sub.after_help(text)));
    }
    command
}

/// The words that clap would say in English only.
#[derive(Clone, Copy)]
struct Words {
    usage: &'static str,
    commands: &'static str,
    arguments: &'static str,
    options: &'static str,
}

impl Words {
    fn on(self, command: Command) -> Command {
        let usage = self.usage;
        let heading = |arg: &clap::Arg| if arg.is_positional() { self.arguments } else { self.options };
        command
            .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"))
            .mut_args(|arg| {
                let arg = arg.clone().help_heading(heading(&arg));
                if arg.get_action().takes_values() {
                    arg.hide_possible_values(true).hide_default_value(true)
                } else {
                    arg
                }
            })
    }
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

/// What a newcomer sees: the three commands that matter.
pub(crate) fn first_steps(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => {
            "baocao: từ dữ liệu báo cáo (JSON) đến văn bản PDF đúng thể thức Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o bao-cao.json     viết một báo cáo mẫu (xa, huyen, so)\n  \
             baocao render bao-cao.json        dựng thành bao-cao.pdf\n  \
             baocao --help                     xem tất cả các lệnh\n"
        }
        Lang::En => {
            "baocao: from the data of a report (JSON) to the official PDF of Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o report.json      write a sample report (xa, huyen, so)\n  \
             baocao render report.json         make report.pdf\n  \
             baocao --help                     see all commands\n"
        }
    }
}
