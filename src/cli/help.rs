//! Help in both languages, first steps.

use std::ffi::OsString;

use baocao_core::diagnostic::Lang;
use clap::{Arg, Command};

/// Examples shown after the help of each command: Vietnamese, English. A command below another comes after it.
const EXAMPLES: &[(&str, &str, &str)] = &[
    (
        "render",
        "Ví dụ:\n  baocao render bao-cao.json\n  baocao render bao-cao.json -o BC-quy-3.pdf --force\n  baocao render bao-cao.json --format png --ppi 150 -o trang.png\n  baocao render bao-cao.json --split-appendices\n  baocao render bao-cao.json --watch\n  cat bao-cao.json | baocao render - -o - > BC.pdf",
        "Examples:\n  baocao render report.json\n  baocao render report.json -o BC-q3.pdf --force\n  baocao render report.json --format png --ppi 150 -o page.png\n  baocao render report.json --split-appendices\n  baocao render report.json --watch\n  cat report.json | baocao render - -o - > BC.pdf",
    ),
    (
        "check",
        "Ví dụ:\n  baocao check bao-cao.json\n  baocao check quy-3/ --summary\n  baocao check bao-cao.json --diff\n  baocao check bao-cao.json --fix\n  baocao check quy-3/ --deny warning --format sarif -o ket-qua.sarif\n  baocao check bao-cao.json --exempt 'so-lieu/thieu@/figures/tthc.tong-so=chưa được giao'",
        "Examples:\n  baocao check report.json\n  baocao check q3/ --summary\n  baocao check report.json --diff\n  baocao check report.json --fix\n  baocao check q3/ --deny warning --format sarif -o findings.sarif\n  baocao check report.json --exempt 'so-lieu/thieu@/figures/tthc.tong-so=not assigned yet'",
    ),
    (
        "copy",
        "Ví dụ:\n  baocao copy bao-cao.json --form sao-y --by sao.json\n  baocao copy bao-cao.pdf --form sao-luc --by sao.json -o BC-sao-luc.pdf\n  baocao copy bao-cao.json --form trich-sao --by sao.json --sections I,II.3 --electronic",
        "Examples:\n  baocao copy report.json --form sao-y --by copy.json\n  baocao copy report.pdf --form sao-luc --by copy.json -o BC-copy.pdf\n  baocao copy report.json --form trich-sao --by copy.json --sections I,II.3 --electronic",
    ),
    (
        "extract",
        "Ví dụ:\n  baocao extract BC-quy-3.pdf\n  baocao extract BC-quy-3.pdf -d nguon",
        "Examples:\n  baocao extract BC-q3.pdf\n  baocao extract BC-q3.pdf -d sources",
    ),
    (
        "places",
        "Ví dụ:\n  baocao places BC-quy-3.pdf\n  baocao places BC-quy-3.pdf --format json",
        "Examples:\n  baocao places BC-q3.pdf\n  baocao places BC-q3.pdf --format json",
    ),
    (
        "rule",
        "Ví dụ:\n  baocao rule\n  baocao rule so-lieu/thieu\n  baocao rule --markdown > quy-tac.md",
        "Examples:\n  baocao rule\n  baocao rule so-lieu/thieu\n  baocao rule --markdown > rules.md",
    ),
    (
        "explain",
        "Ví dụ:\n  baocao explain bao-cao.json ke-hoach.ty-le-hoan-thanh\n  baocao explain bao-cao.json\n  baocao explain bao-cao.json ho-so.tong-tiep-nhan --format json",
        "Examples:\n  baocao explain report.json ke-hoach.ty-le-hoan-thanh\n  baocao explain report.json\n  baocao explain report.json ho-so.tong-tiep-nhan --format json",
    ),
    (
        "new",
        "Ví dụ:\n  baocao new xa -o bao-cao.json\n  baocao new huyen-2022 > bao-cao.json\n  baocao new xa --blank --quarter 2 --year 2026 --organ \"UBND xã Bình Minh\" -o bao-cao.json",
        "Examples:\n  baocao new xa -o report.json\n  baocao new huyen-2022 > report.json\n  baocao new xa --blank --quarter 2 --year 2026 --organ NAME -o report.json",
    ),
    (
        "import",
        "Ví dụ:\n  baocao import thong-ke.csv --map cach-chuyen.toml -o bao-cao\n  baocao import thong-ke.xlsx --map cach-chuyen.toml --explain",
        "Examples:\n  baocao import figures.csv --map map.toml -o reports\n  baocao import figures.xlsx --map map.toml --explain",
    ),
    (
        "map",
        "Ví dụ:\n  baocao map new thong-ke.csv --set xa-2025 -o cach-chuyen.toml",
        "Examples:\n  baocao map new figures.csv --set xa-2025 -o map.toml",
    ),
    (
        "map new",
        "Ví dụ:\n  baocao map new thong-ke.csv --set xa-2025 -o cach-chuyen.toml",
        "Examples:\n  baocao map new figures.csv --set xa-2025 -o map.toml",
    ),
    (
        "units",
        "Ví dụ:\n  baocao units\n  baocao units --within \"Thái Nguyên\" -o don-vi.csv",
        "Examples:\n  baocao units\n  baocao units --within \"Lao Cai\" -o units.csv",
    ),
    (
        "batch",
        "Ví dụ:\n  baocao batch quy-3/ -d ket-qua\n  baocao batch quy-3.ndjson -d ket-qua --name '{organ_id}-{period}.pdf'\n  baocao batch quy-3/ -d ket-qua --resume\n  baocao batch thong-ke.csv --map cach-chuyen.toml -d ket-qua",
        "Examples:\n  baocao batch q3/ -d results\n  baocao batch q3.ndjson -d results --name '{organ_id}-{period}.pdf'\n  baocao batch q3/ -d results --resume\n  baocao batch figures.csv --map map.toml -d results",
    ),
    (
        "worker",
        "Ví dụ:\n  baocao worker < yeu-cau.ndjson > tra-loi.ndjson\n\nMỗi dòng yêu cầu: {\"id\": 1, \"path\": \"bao-cao.json\", \"output\": \"bao-cao.pdf\"}, hoặc \"report\" thay \"path\"",
        "Examples:\n  baocao worker < requests.ndjson > answers.ndjson\n\nA line of a request: {\"id\": 1, \"path\": \"report.json\", \"output\": \"report.pdf\"}, or \"report\" in place of \"path\"",
    ),
    (
        "aggregate",
        "Ví dụ:\n  baocao aggregate xa/ --into tinh.json\n  baocao aggregate xa/*.json --into tinh.json --units don-vi.csv\n  baocao aggregate xa/ --into tinh.json --own co-quan-cap-tinh.json -o tinh-tong-hop.json",
        "Examples:\n  baocao aggregate communes/ --into province.json\n  baocao aggregate communes/*.json --into province.json --units units.csv\n  baocao aggregate communes/ --into province.json --own offices.json -o whole.json",
    ),
    (
        "diff",
        "Ví dụ:\n  baocao diff quy-2.json quy-3.json\n  baocao diff quy-2.json quy-3.json --format json\n  baocao diff cu.json moi.json --exit-code",
        "Examples:\n  baocao diff q2.json q3.json\n  baocao diff q2.json q3.json --format json\n  baocao diff old.json new.json --exit-code",
    ),
    (
        "archive",
        "Ví dụ:\n  baocao archive add bao-cao-da-ky.pdf --to kho --retention \"10 năm\"\n  baocao archive verify kho\n  baocao archive find kho cai cach hanh chinh --year 2026",
        "Examples:\n  baocao archive add signed.pdf --to archive --retention \"10 years\"\n  baocao archive verify archive\n  baocao archive find archive cai cach hanh chinh --year 2026",
    ),
    (
        "archive add",
        "Ví dụ:\n  baocao archive add bao-cao-da-ky.pdf --to kho\n  baocao archive add bao-cao-da-ky.pdf --to kho --with phu-luc-1.pdf ban-sao.pdf --metadata thong-tin.json",
        "Examples:\n  baocao archive add signed.pdf --to archive\n  baocao archive add signed.pdf --to archive --with appendix-1.pdf copy.pdf --metadata metadata.json",
    ),
    (
        "archive verify",
        "Ví dụ:\n  baocao archive verify kho\n  baocao archive verify kho --head ban-giu-rieng/head.json",
        "Examples:\n  baocao archive verify archive\n  baocao archive verify archive --head kept-elsewhere/head.json",
    ),
    (
        "archive list",
        "Ví dụ:\n  baocao archive list kho\n  baocao archive list kho --format json",
        "Examples:\n  baocao archive list archive\n  baocao archive list archive --format json",
    ),
    (
        "archive show",
        "Ví dụ:\n  baocao archive show 2026-BC-UBND-214-5a1c9e kho",
        "Examples:\n  baocao archive show 2026-BC-UBND-214-5a1c9e archive",
    ),
    (
        "archive find",
        "Ví dụ:\n  baocao archive find kho \"cải cách\" 214/BC-UBND\n  baocao archive find kho --from 2026-01-01 --until 2026-06-30",
        "Examples:\n  baocao archive find archive \"cai cach\" 214/BC-UBND\n  baocao archive find archive --from 2026-01-01 --until 2026-06-30",
    ),
    (
        "archive export",
        "Ví dụ:\n  baocao archive export kho 2026-BC-UBND-214-5a1c9e --as bagit -o giao-nop\n  baocao archive export kho --all --as csip -o giao-nop",
        "Examples:\n  baocao archive export archive 2026-BC-UBND-214-5a1c9e --as bagit -o handed-over\n  baocao archive export archive --all --as csip -o handed-over",
    ),
    (
        "verify",
        "Ví dụ:\n  baocao verify van-ban.pdf\n  baocao verify van-ban.pdf --anchors ca-goc.pem\n  baocao verify van-ban.pdf --format json",
        "Examples:\n  baocao verify document.pdf\n  baocao verify document.pdf --anchors root-ca.pem\n  baocao verify document.pdf --format json",
    ),
    (
        "sign",
        "Ví dụ:\n  baocao sign BC.pdf --as leader --key lanh-dao.p12 --image chu-ky.png -o BC-da-ky.pdf\n  baocao sign khac.pdf --as leader --page 3 --rect 110mm,40mm,175mm,80mm --key lanh-dao.p12 -o khac-da-ky.pdf\n  baocao sign BC.pdf --as leader --pkcs11 /usr/lib/token.so --label ky-so --timestamp http://tsa.example -o BC-da-ky.pdf",
        "Examples:\n  baocao sign report.pdf --as leader --key leader.p12 --image signature.png -o signed.pdf\n  baocao sign other.pdf --as leader --page 3 --rect 110mm,40mm,175mm,80mm --key leader.p12 -o signed.pdf\n  baocao sign report.pdf --as leader --pkcs11 /usr/lib/token.so --label key --timestamp http://tsa.example -o signed.pdf",
    ),
    (
        "issue",
        "Ví dụ:\n  baocao issue BC-da-ky.pdf --number 123 --day 05 --key co-quan.p12 --seal-image dau.png -o BC-ban-hanh.pdf",
        "Examples:\n  baocao issue signed.pdf --number 123 --day 05 --key organ.p12 --seal-image seal.png -o issued.pdf",
    ),
    (
        "prepare",
        "Ví dụ:\n  baocao prepare BC.pdf --as leader --certificate lanh-dao.pem -o cho-ky.pdf > can-ky.json",
        "Examples:\n  baocao prepare report.pdf --as leader --certificate leader.pem -o prepared.pdf > to-sign.json",
    ),
    (
        "finish",
        "Ví dụ:\n  baocao finish cho-ky.pdf --cms chu-ky.der -o BC-da-ky.pdf",
        "Examples:\n  baocao finish prepared.pdf --cms signature.der -o signed.pdf",
    ),
    (
        "templates",
        "Ví dụ:\n  baocao templates\n  baocao templates --templates mau-cua-huyen",
        "Examples:\n  baocao templates\n  baocao templates --templates our-templates",
    ),
    (
        "form",
        "Ví dụ:\n  baocao form list\n  baocao form show xa-2025\n  baocao form new kntc/xa-2026 -o mau",
        "Examples:\n  baocao form list\n  baocao form show xa-2025\n  baocao form new kntc/xa-2026 -o our-templates",
    ),
    (
        "form list",
        "Ví dụ:\n  baocao form list\n  baocao form list --markdown > chi-tieu.md",
        "Examples:\n  baocao form list\n  baocao form list --markdown > indicators.md",
    ),
    (
        "form show",
        "Ví dụ:\n  baocao form show ke-hoach.ty-le-hoan-thanh\n  baocao form show xa-2025",
        "Examples:\n  baocao form show ke-hoach.ty-le-hoan-thanh\n  baocao form show xa-2025",
    ),
    ("form diff", "Ví dụ:\n  baocao form diff xa-2022 xa-2025", "Examples:\n  baocao form diff xa-2022 xa-2025"),
    (
        "form lint",
        "Ví dụ:\n  baocao form lint mau\n  baocao form lint mau/kntc/xa-2026",
        "Examples:\n  baocao form lint our-templates\n  baocao form lint our-templates/kntc/xa-2026",
    ),
    (
        "form new",
        "Ví dụ:\n  baocao form new kntc/xa-2026 -o mau\n  baocao form new cchc/xa-2027 --like xa-2025 -o mau",
        "Examples:\n  baocao form new kntc/xa-2026 -o our-templates\n  baocao form new cchc/xa-2027 --like xa-2025 -o our-templates",
    ),
    (
        "form export",
        "Ví dụ:\n  baocao form export xa-2025 -o mau.xlsx\n  baocao form export xa-2025 --report bao-cao.json -o quy-3.xlsx",
        "Examples:\n  baocao form export xa-2025 -o form.xlsx\n  baocao form export xa-2025 --report report.json -o q3.xlsx",
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
const COMMANDS: &[(&str, &str)] = &[
    ("render", "Render a report as PDF or as PNG images"),
    ("check", "Check reports before they are signed"),
    ("copy", "Copy a document: SAO Y, SAO LUC, TRICH SAO"),
    ("extract", "Take the report and the files that go with it out of a PDF"),
    ("places", "Show where a PDF is signed, sealed, numbered and dated"),
    ("rule", "Show the rules of the checker"),
    ("explain", "Explain a figure: its value, formula, source, and every place where it is printed"),
    ("new", "Write a report to begin with: a complete sample, or a blank one of your own"),
    ("import", "Turn an export of another system into reports, one for each unit"),
    ("map", "Write how an export becomes reports"),
    ("map new", "Propose a mapping from the header of an export"),
    ("units", "List the provinces, or the communes of one, with their codes"),
    ("batch", "Make many documents in one go, with a journal, to be gone on with when it was cut short"),
    ("worker", "Answer requests, a line each, from standard input to standard output"),
    ("aggregate", "Roll the reports of many units up into the report above"),
    ("archive", "Keep issued documents in an archive whose register shows every change"),
    ("archive add", "Enter an issued document"),
    ("archive verify", "Verify every file of every package, the register and its head; or a bag"),
    ("archive list", "List the documents in the order of their entry"),
    ("archive show", "Show a package: what is known of it, its files"),
    ("archive find", "Find documents by words (with marks or without), days, year"),
    ("archive export", "Hand packages out as BagIt or E-ARK CSIP"),
    ("diff", "Compare two reports or periods: figures, header, texts, tables"),
    ("verify", "Verify the signatures of a PDF, and whether its content was changed since"),
    ("sign", "Sign a PDF: the leader, the number, the day, the seal"),
    ("issue", "Issue: sign number, day and seal of the organ in one go"),
    ("prepare", "Prepare a file to be signed by another tool"),
    ("finish", "Put the signature of another tool into a prepared file"),
    ("templates", "List the template sets"),
    ("form", "Look at, compare, check and begin forms"),
    ("form list", "List the template sets: forms, indicators, source"),
    ("form show", "Show where each set prints an indicator, or all rows of a set"),
    ("form diff", "Compare the indicators of two sets"),
    ("form lint", "Find every mistake in a template folder"),
    ("form new", "Write a new set to change"),
    ("form export", "Write the forms as a workbook to fill in"),
    ("schema", "Print the JSON Schema for editors"),
    ("completions", "Print completions for a shell"),
    ("man", "Write the man pages"),
];

/// What each argument is for, in English.
const ARGUMENTS: &[(&str, &str)] = &[
    ("help", "Show this help"),
    ("version", "Show the version"),
    ("lang", "Language of messages: vi, en (default: vi)"),
    ("color", "Colour messages: auto, always, never (default: auto)"),
    ("report", "Report file; \"-\" is standard input"),
    (
        "reports_to_render",
        "Report file; \"-\" is standard input. Several, or a folder: made into the folder after -d, as baocao batch does",
    ),
    ("output", "Output file; \"-\" is standard output"),
    ("format", "Output format: pdf, png (default: as the name after -o ends, or pdf)"),
    ("indicator", "Id of an indicator (left out: all are listed)"),
    ("text_format", "Output format: text, json (default: text)"),
    ("ppi", "Resolution of PNG images in pixels per inch, 20 to 600 (default: 110)"),
    ("pdf_standard", "PDF standards, separated by commas (default: a-3a,ua-1)"),
    ("pdf", "PDF file; \"-\" is standard input"),
    ("folder", "New folder for the files (default: beside the PDF, its name with -nguon)"),
    ("no_rebuild", "Do not make the document again from the data inside to compare it"),
    (
        "signature_fields",
        "Add empty signature fields where the document is signed, numbered, dated and sealed, for other tools",
    ),
    ("watch", "Make the document again whenever the report or a file beside it changes, until the program is stopped"),
    ("split_appendices", "Each appendix in a file of its own: report.pdf, report-phu-luc-1.pdf ..."),
    (
        "copy_source",
        "The document: a report file, or a PDF that this program made, with its sources inside; \"-\" is standard input",
    ),
    ("copy_form", "Form of the copy: sao-y, sao-luc, trich-sao"),
    ("copy_by", "File of the organ that copies, as baocao schema copy describes it"),
    ("electronic", "An electronic copy (trich-sao only); otherwise one on paper"),
    ("copied_sections", "Sections of an extract, separated by commas: ids, or numbers as printed such as II.3"),
    ("copy_output", "Output file; \"-\" is standard output (default: beside the document, its name with the form)"),
    ("force", "Replace an existing file"),
    ("templates", "Folder of own templates, laid over the built-in ones file by file"),
    ("font_dir", "Folder of own fonts (.ttf, .otf)"),
    (
        "root",
        "Root folder: reports may use files in it only (default: that of the nearest baocao.toml, or else that of the report)",
    ),
    ("level", "Level or template set: xa, huyen, so, xa-2022, cchc/xa-2025 ..."),
    ("blank", "A blank report of your own in place of the sample: figures are blank, texts wait to be written"),
    ("organ", "Name of the organ as it stands in running text"),
    ("year", "Year of the report; a report of the year where no month, quarter, half or nine months are given"),
    ("month", "The month, for a monthly report"),
    ("quarter", "The quarter, for a quarterly report"),
    ("half", "The half of the year (1 or 2), for a six-month report"),
    ("nine_months", "A report of nine months"),
    (
        "kind",
        "Which file's schema: report, copy, archive, form, outline, relations, rollup, documents, wording, rules, config, map, findings, diff (default: report)",
    ),
    ("strict", "Write no file when there are warnings either"),
    ("severity", "Change how grave the findings of a rule are: note, warning, error; can be given several times"),
    ("exempt", "Exempt a rule, everywhere or at and below a JSON pointer; needs a reason; can be given several times"),
    ("config", "Configuration file (default: baocao.toml in the folder of the report or the nearest above it)"),
    ("reports", "Report files; a folder means all .json reports right in it; \"-\" is standard input"),
    (
        "fix",
        "Mend in the file what is beyond doubt (NFC, spaces, zeros of dates, punctuation of recipients), then check what remains",
    ),
    ("diff", "Only show what --fix would mend, write nothing"),
    ("signed_pdf", "A PDF file; \"-\" is standard input"),
    ("anchors", "Trusted certificates (PEM or DER), as many as there are; without any, no chain is evaluated"),
    ("deny", "From which severity on the check fails (exit code 1): note, warning, error (default: error)"),
    ("findings_format", "Output format: text, json, sarif (default: text)"),
    ("summary", "Print a table only, one line for each organ"),
    ("rule_id", "Id of a rule; left out: all rules are listed"),
    (
        "rules_config",
        "Configuration with the rules of the office (default: baocao.toml in this folder or the nearest above)",
    ),
    ("rules_markdown", "Print all rules as a page in Markdown"),
    ("set", "The report schema of one template set: editors then know its indicators and sections"),
    ("export", "Copy all template files to a folder, to change them there"),
    ("shell", "Kind of shell: bash, elvish, fish, powershell, zsh"),
    ("folder", "Output folder, which must exist"),
    ("fields_markdown", "Print the fields of a report as a page in Markdown instead"),
    ("markdown", "Print a Markdown table: which indicator has which code in which set"),
    ("id", "Id of an indicator, or name of a set"),
    ("before", "The set before"),
    ("after", "The set after"),
    ("dir", "Template folder, or the folder of one set"),
    ("set_name", "Name of the set: family/level-version, such as kntc/xa-2026"),
    ("into", "Template folder that shall hold the set (default: mau)"),
    ("inputs", "Exports of other systems: CSV, NDJSON, JSON, XLSX, XLS, ODS, HTML; \"-\" is standard input"),
    ("map", "The mapping: which column becomes which figure"),
    ("set_of_workbook", "The template set of a workbook from baocao form export, where it does not say so any more"),
    (
        "output_dir",
        "Output folder, a report for each unit; made where it is not there. For one workbook of baocao form export a .json file too",
    ),
    ("explain", "Show which cell went where"),
    ("export_file", "An export of another system"),
    ("of_set", "The template set of the reports"),
    ("within", "Province: its communes are listed in place of the provinces"),
    ("sheet", "The sheet that has the table (default: the one with most rows)"),
    (
        "children",
        "Reports of units of one level; a folder means all .json reports right in it; \"-\" is standard input",
    ),
    ("parent", "The report above, which the figures are put into; made where it is not there"),
    (
        "parent_set",
        "The template set of the report above, where it is not there (default: the level above, of the units' version)",
    ),
    (
        "unit_list",
        "List of the units that must report (as \"register\" of baocao import); default: the communes of the province",
    ),
    ("own_part", "Figures of the agency above itself, a report of the same set, rolled up as a unit"),
    ("no_appendix", "No appendix with one row a unit"),
    ("replace", "Replace figures and files that are there"),
    ("report_before", "The report before; \"-\" is standard input"),
    ("report_after", "The report after"),
    ("exit_code", "Exit code 1 where the reports differ"),
    ("parts", "Print only what each unit has of a figure that was rolled up, all units"),
    ("filled", "Fill it with the figures and texts of a report"),
    (
        "batch_inputs",
        "Reports, folders of them, NDJSON (a report a line); with --map: exports of other systems; \"-\" is standard input",
    ),
    ("results", "Folder of results, made where it is not there"),
    (
        "name",
        "Names of the documents, with fields of the report in braces: stem, n, period, organ_id, code_number ... (default: {stem}.pdf)",
    ),
    ("resume", "Go on with an earlier run: what was made from the same data, templates, fonts and version stays"),
    ("shard", "Only a part, such as 3/16: a report belongs to the same part on every machine"),
    ("jobs", "Documents made at the same time (default: the processors of the machine)"),
    ("isolate", "Make documents in processes of their own: one that breaks harms no other"),
    ("time_limit", "The most time for a document, in seconds (default with --isolate: 120)"),
    ("memory_limit", "The most memory for a process, in MB (default with --isolate: 2048; Linux and Unix only)"),
    ("issued", "The document as it was signed, a PDF"),
    ("archive_to", "The archive; made where it is not there"),
    ("companions", "Appendices in files of their own, copies (PDF); can be given several times"),
    ("metadata_file", "Metadata by Annex VI of Nghị định 30/2020/NĐ-CP (JSON), where the report leaves them open"),
    ("code_number", "The number, where the report leaves it open and none is stamped"),
    ("issued_date", "The day of issue (year-month-day), where the report leaves it open and none is stamped"),
    ("number_series", "The series that the number is of (default: that of the symbol)"),
    ("retention", "How long it is kept, as the office says it"),
    (
        "evidence",
        "What baocao verify --format json printed about this very file, kept as evidence (default: what it says now)",
    ),
    ("keep_failed", "Keep a document that does not pass verification too, with that result"),
    ("archive_or_bag", "An archive, or the folder of a bag"),
    ("kept_head", "A copy of head.json that was kept elsewhere: the register must go on from it"),
    ("timestamp_token", "A timestamp (RFC 3161) of a head"),
    ("archive", "The archive"),
    ("package_id", "Id of a package, as baocao archive list prints it"),
    ("query_words", "Words that number, symbol, organ and abstract must have; without marks they match any marks"),
    ("from_day", "From this day on (year-month-day)"),
    ("until_day", "Up to this day (year-month-day)"),
    ("of_year", "Year of the number"),
    ("exported_id", "Id of a package, as baocao archive list prints it"),
    ("export_all", "All packages, a folder each in OUT"),
    ("package_form", "Form of the packages: bagit, csip"),
    ("export_to", "Folder of the result, which must not be there"),
    ("pdf", "The PDF to be signed"),
    ("mark", "What is signed: leader, number, day, seal"),
    ("signer", "Which signer of the document (default: 1)"),
    ("page", "The page, from 1, where the file does not say the place"),
    (
        "rect",
        "The rectangle on the page, from the lower left corner: left,bottom,right,top in points, or in mm: 100mm,20mm,170mm,60mm",
    ),
    ("invisible", "The signature is not seen on a page"),
    (
        "places",
        "A place in a file that this program did not make, such as number=1:120,700,160,720; can be given several times",
    ),
    (
        "key",
        "The key, a PKCS#12 file (.p12, .pfx); its passphrase is asked for, or taken from BAOCAO_PASSPHRASE or --passphrase-fd",
    ),
    ("passphrase_fd", "Read the passphrase or PIN from this file descriptor"),
    ("pkcs11", "The PKCS#11 module of a token; the PIN is tried only once"),
    ("label", "The label of key and certificate on the token"),
    ("anchors", "Trusted root certificates: that of the signer must lead to one of them; can be given several times"),
    ("certificate_chain", "Certificates between, beside those in the file of the key; can be given several times"),
    ("image", "Image of the signature or the seal (PNG, JPEG)"),
    ("number", "The number of the document, printed at the place number"),
    ("day", "The day of issue (two digits), printed at the place day"),
    ("seal_image", "Image of the seal (PNG, JPEG), printed as large as it is: 36 mm wide"),
    ("certificate", "The certificate of the signer, PEM or DER"),
    ("prepared", "A file that baocao prepare wrote"),
    ("cms", "The signature, CMS (DER)"),
    (
        "subfilter",
        "The shape of the signature: ETSI.CAdES.detached (PAdES), adbe.pkcs7.detached (default: ETSI.CAdES.detached)",
    ),
    ("digest", "The hash: sha256, sha384, sha512 (default: sha256; with ECDSA keys the curve decides)"),
    (
        "signed_bytes",
        "Also write the bytes to be signed to this file, for tools that take all of them, such as openssl cms",
    ),
    ("revocation_data", "Revocation data (CRL, OCSP) besides those in the file; can be given several times"),
    ("verified_at", "Verify as of this time, such as 2026-11-29T11:30:00+07:00 (default: the clock)"),
    ("pss", "With RSA keys: PSS in place of PKCS#1 v1.5"),
    ("no_certify", "The first signature does not certify the document"),
    ("time", "The time of signing, such as 2026-11-29T11:30:00+07:00 (default: the clock)"),
    ("timestamp", "Address of a time stamping authority (RFC 3161 over HTTP)"),
    ("revocation", "Revocation data (CRL, OCSP) to be kept in the file for later; can be given several times"),
    ("like", "Copy a set that is there instead of writing a skeleton"),
];

/// What stands in Vietnamese help for a value.
const VALUES: &[(&str, &str)] = &[
    ("A", "A"),
    ("A.json", "A.json"),
    ("B", "B"),
    ("B.json", "B.json"),
    ("CA.pem", "CA.pem"),
    ("CERT.pem", "CHỨNG_THƯ.pem"),
    ("CERTS.pem", "CHỨNG_THƯ.pem"),
    ("CHILD.json", "ĐƠN_VỊ.json"),
    ("CMS.der", "CHỮ_KÝ.der"),
    ("DATE", "NGÀY"),
    ("DD", "NGÀY"),
    ("DIR", "THƯ_MỤC"),
    ("FILE", "TỆP"),
    ("FILE.json", "TỆP.json"),
    ("FILE.pdf", "TỆP.pdf"),
    ("FORM", "HÌNH_THỨC"),
    ("FORMAT", "DẠNG"),
    ("HEAD.json", "HEAD.json"),
    ("ID", "MÃ"),
    ("ID,ID", "MÃ,MÃ"),
    ("ID=LEVEL", "MÃ=MỨC"),
    ("ID[@POINTER]=REASON", "MÃ[@VỊ_TRÍ]=LÝ_DO"),
    ("IMAGE.png", "ẢNH.png"),
    ("INDICATOR", "MÃ_CHỈ_TIÊU"),
    ("INPUT", "TỆP_VÀO"),
    ("K/N", "K/N"),
    ("KEY.p12", "KHÓA.p12"),
    ("L,B,R,T", "TRÁI,DƯỚI,PHẢI,TRÊN"),
    ("LABEL", "NHÃN"),
    ("LANG", "NGÔN_NGỮ"),
    ("LEVEL", "CẤP"),
    ("LIST", "DANH_SÁCH"),
    ("MAP.toml", "CÁCH_CHUYỂN.toml"),
    ("MARK", "NƠI_KÝ"),
    ("MARK=PAGE:L,B,R,T", "NƠI=TRANG:TRÁI,DƯỚI,PHẢI,TRÊN"),
    ("MB", "MB"),
    ("MODULE", "MÔ_ĐUN"),
    ("N", "N"),
    ("NAME", "TÊN"),
    ("NUMBER", "SỐ"),
    ("OTHER.pdf", "TỆP_KHÁC.pdf"),
    ("OUT", "KẾT_QUẢ"),
    ("OUT.pdf", "KẾT_QUẢ.pdf"),
    ("PARENT.json", "CẤP_TRÊN.json"),
    ("PATTERN", "MẪU_TÊN"),
    ("PREPARED.pdf", "CHỜ_KÝ.pdf"),
    ("REPORT.json", "BÁO_CÁO.json"),
    ("SAO.json", "SAO.json"),
    ("SEAL.png", "DẤU.png"),
    ("SECONDS", "GIÂY"),
    ("SET", "BỘ_MẪU"),
    ("SOURCE", "VĂN_BẢN"),
    ("TEXT", "CHỮ"),
    ("TIME", "GIỜ"),
    ("TOKEN", "DẤU_THỜI_GIAN"),
    ("URL", "ĐỊA_CHỈ"),
    ("WHEN", "KHI_NÀO"),
    ("WORDS", "TỪ"),
    ("YEAR", "NĂM"),
];

/// The arguments with `baocao help` and `baocao help COMMAND` as the help that they ask for.
pub(crate) fn asked(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.collect();
    if args.get(1).is_some_and(|first| first == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// Help or the version as text. What the library cannot be told to say in Vietnamese is said here.
pub(crate) fn text(asked: &clap::Error, lang: Lang) -> String {
    let text = asked.render().to_string();
    if lang == Lang::Vi { text.replace("[OPTIONS]", "[TÙY_CHỌN]").replace("[COMMAND]", "[LỆNH]") } else { text }
}

/// Placeholders in Vietnamese, also for the commands below.
fn in_vietnamese(command: Command) -> Command {
    let named = |arg: Arg| {
        let names: Vec<&str> = arg.get_value_names().into_iter().flatten().map(AsRef::as_ref).collect();
        let known = match names[..] {
            [name] => VALUES.iter().find(|(en, _)| *en == name),
            _ => None,
        };
        match known {
            Some((_, vi)) => arg.value_name(*vi),
            None => arg,
        }
    };
    command.mut_args(named).mut_subcommands(in_vietnamese)
}

/// The command with help in one language.
pub(crate) fn localized(command: Command, lang: Lang) -> Command {
    let about = "Turn the data of a report (JSON) into the official document (PDF) of Nghị định 30/2020/NĐ-CP";
    let words = match lang {
        Lang::Vi => {
            Words {
                usage: "Cách dùng", command: "LỆNH", commands: "Lệnh", arguments: "Tham số", options: "Tùy chọn"
            }
        }
        Lang::En => Words {
            usage: "Usage",
            command: "COMMAND",
            commands: "Commands",
            arguments: "Arguments",
            options: "Options",
        },
    };
    let mut command = words.on(command);
    command = match lang {
        Lang::En => in_english(command).about(about),
        Lang::Vi => in_vietnamese(command),
    };
    let first = first_steps(lang).split_once("\n\n").map_or("", |(_, steps)| steps);
    let examples = if lang == Lang::Vi { "Ví dụ" } else { "Examples" };
    command = command.after_help(format!("{examples}:\n{}", first.trim_end()));
    for &(name, vi, en) in EXAMPLES {
        let text = if lang == Lang::Vi { vi } else { en };
        command = on_subcommand(command, name, |sub| words.on(sub.after_help(text)));
    }
    command
}

/// Changes a command below another, by its path: `form list`.
fn on_subcommand(command: Command, path: &str, change: impl FnOnce(Command) -> Command) -> Command {
    match path.split_once(' ') {
        Some((first, rest)) => command.mut_subcommand(first, |sub| on_subcommand(sub, rest, change)),
        None => command.mut_subcommand(path, change),
    }
}

/// The words that clap would say in English only.
#[derive(Clone, Copy)]
struct Words {
    usage: &'static str,
    command: &'static str,
    commands: &'static str,
    arguments: &'static str,
    options: &'static str,
}

impl Words {
    fn on(self, command: Command) -> Command {
        let usage = self.usage;
        let heading = |arg: &clap::Arg| if arg.is_positional() { self.arguments } else { self.options };
        command
            .subcommand_help_heading(self.commands)
            .subcommand_value_name(self.command)
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
    for &(name, about) in COMMANDS {
        command = on_subcommand(command, name, |sub| sub.about(about).mut_args(help));
    }
    command
}

/// What a newcomer sees: the commands that matter.
pub(crate) fn first_steps(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => {
            "baocao: từ dữ liệu báo cáo (JSON) đến văn bản PDF đúng thể thức Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o bao-cao.json     viết một báo cáo mẫu (xa, huyen, so, tinh)\n  \
             baocao check bao-cao.json         kiểm tra trước khi trình ký\n  \
             baocao render bao-cao.json        dựng thành bao-cao.pdf\n  \
             baocao help                       xem tất cả các lệnh\n"
        }
        Lang::En => {
            "baocao: from the data of a report (JSON) to the official PDF of Nghị định 30/2020/NĐ-CP\n\n  \
             baocao new xa -o report.json      write a sample report (xa, huyen, so, tinh)\n  \
             baocao check report.json          check it before it is signed\n  \
             baocao render report.json         make report.pdf\n  \
             baocao help                       see all commands\n"
        }
    }
}
