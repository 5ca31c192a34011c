"""What cases are made of: reports, sets of templates, exports, and what a process finds around it."""
import json
import os
import pathlib
import resource
import struct

HOME = pathlib.Path(__file__).resolve().parents[2]
# A file that is something else: a pipe, or a link to what is named.
FIFO, DEVICE, OUT = object(), ("/dev/zero",), ("../secret",)
SECRET = "bimatcuamay"


def letter(text="Yêu cầu các trường thực hiện.", **fields):
    """A letter with one text; fields take the place of those of its document."""
    document = {
        "organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ PHÚ THỊNH ĐÔNG", "short_name": "UBND xã Phú Thịnh Đông"},
        "code_number": 312, "code_notation": "UBND-VX", "subject": "rà soát trường lớp học", "to": ["Trưởng các thôn"],
        "promulgation": {"place": "Phú Thịnh Đông", "date": "2026-05-06"}, "signers": [signer()],
        "recipients": ["Như trên", "Lưu: VT, VX"]}
    return {"template": "chung/cong-van", "document": document | fields, "outline": [{"text": text}]}


def signer(**fields):
    return {"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Đặng Quốc Thuận"} | fields


def names(*recipients):
    return letter(recipients=["Như trên", *recipients, "Lưu: VT, VX"])


COLUMNS = [{"id": "a", "title": "Nội dung", "kind": "text"}, {"id": "b", "title": "Số lượng", "kind": "count"}]


def table(rows, columns=COLUMNS, **more):
    """A letter with an appendix of one table; `rows` is a list, or the name of a file."""
    rows = {"data": {"file": rows}} if isinstance(rows, str) else {"rows": rows}
    parts = [{"title": "Kết quả", "parts": [{"table": "bang"}]}]
    return letter("Gửi số liệu (có phụ lục kèm theo).") | {"tables": {"bang": {"columns": columns} | rows | more}, "appendices": parts}


def chart(**fields):
    bars = [{"label": "a", "value": 1}, {"label": "b", "value": 2}]
    parts = [{"title": "Kết quả", "parts": [{"chart": "ve"}]}]
    return letter() | {"charts": {"ve": {"title": "Biểu đồ", "unit": "%", "bars": bars} | fields}, "appendices": parts}


def rows_of_form(*more):
    first = [("ho-so.nhan", {}), ("ho-so.dung", {}), ("ho-so.ty-le", {"kind": "percent", "ratio": ["ho-so.dung", "ho-so.nhan"]})]
    return [{"code": f"{at}.", "id": name, "label": "Số hồ sơ", "unit": "Hồ sơ", "kind": "count"} | fields
            for at, (name, fields) in enumerate([*first, *more], 1)]


def own(template="Đã nhận {{count \"ho-so.nhan\"}} hồ sơ.", rows=None, title="Kết quả", form=None, files=None, **top):
    """A report of an office's own set, with the set."""
    report = letter(code_notation="BC-UBND", promulgation={"place": "Phú Thịnh Đông", "date": "2023-09-15"})
    del report["outline"], report["document"]["to"]
    period = {"kind": "quarter", "year": 2023, "quarter": 3, "from": "2023-06-15", "to": "2023-09-14"}
    figures = {"ho-so.nhan": 40, "ho-so.dung": 38}
    outline = {"title": {"vi": "Thử", "en": "Test"}, "source": "Thử.", "numbering": ["roman"], "opening": "dau", "closing": "cuoi",
               "sections": [{"id": "kq", "title": title}]}
    forms = {"source": "Thử.", "appendices": [{"title": "Số liệu", "forms": ["f"]}],
             "forms": [{"id": "f", "title": "Hồ sơ", "rows": rows or rows_of_form()}]} | (form or {})
    folder = {"form.json": forms, "outline.json": outline, "sections/kq.md.hbs": template + "\n",
              "sections/dau.md.hbs": "Ủy ban nhân dân xã báo cáo (có phụ lục kèm theo):\n", "sections/cuoi.md.hbs": "Trên đây là báo cáo.\n"}
    report |= {"template": "thu/xa-2024", "period": period, "figures": figures} | top
    return {"r.json": report} | {f"m/thu/xa-2024/{name}": file for name, file in folder.items()} | (files or {})


def layout(source):
    return own(files={"m/layout/main.typ": source})


def example(change=None):
    report = json.loads((HOME / "examples/xa-q3-2026.json").read_text())
    (change or (lambda _: None))(report)
    return {"r.json": report}


def imported(rows):
    """An export of a system with its mapping."""
    kept = {name: (HOME / "examples/import" / name).read_bytes() for name in ("chung.json", "he-thong.toml", "don-vi.csv")}
    return kept | {"a.ndjson": rows}


def line(unit="H99.01", **fields):
    return json.dumps({"ma_dinh_danh": unit, "ky_bao_cao": "20263", "ma_chi_tieu": "CCHC.01.1", "gia_tri": 7} | fields, ensure_ascii=False)


def font(embedding):
    """The font of the program, with another permission to embed it."""
    bytes_ = bytearray((HOME / "fonts/LiberationSerif-Regular.ttf").read_bytes())
    for at in range(12, 12 + 16 * struct.unpack(">H", bytes_[4:6])[0], 16):
        if bytes_[at:at + 4] == b"OS/2":
            place = struct.unpack(">I", bytes_[at + 8:at + 12])[0] + 8
            bytes_[place:place + 2] = struct.pack(">H", embedding)
    return bytes(bytes_)


# What the process finds around it.
def closed():
    os.close(1)


def small_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def no_threads():
    if os.getuid() == 0:
        # Whom no limit holds.
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))


CHECK, RENDER = ["check", "r.json"], ["render", "r.json"]
MY_CHECK, MY_RENDER, LINT = [*CHECK, "--templates", "m"], [*RENDER, "--templates", "m"], ["form", "lint", "m"]
IMPORT = ["import", "a.ndjson", "--map", "he-thong.toml", "-o", "ra"]
PDF, KEY = str(HOME / "tests/verify/signed.pdf"), str(HOME / "crates/sign/tests/keys/leader.p12")
SIGN = ["sign", str(HOME / "tests/verify/unsigned.pdf"), "--as", "leader", "--invisible", "-o", "o.pdf"]
TOLD, WRONG = "told", "wrong"
HIDDEN, NFC, LONG = "van-ban/ky-tu-an", "van-ban/khong-nfc", "van-ban/tu-qua-dai"
LONG_WORD, WIDE = "x" * 1200, "x" * 90


class Case:
    """A call, the files that it finds, and what it must answer.

    ids: an id that must be told; TOLD: any; WRONG: any, with exit code 1 or 2. codes: the exit codes that may be. around: is done in
    the process before the program begins. quarter: a call with its files that are a quarter as large. after: a question about the
    folder and what was said."""

    def __init__(self, name, call, files, ids=None, codes=None, around=None, env=None, stdin=b"", quarter=None, after=None):
        self.name, self.call, self.files, self.ids, self.around, self.env = name, call, files, ids, around, env or {}
        self.codes = codes or ({1, 2} if ids == WRONG else {0, 1, 2})
        self.stdin, self.quarter, self.after = stdin, quarter, after
