"""Linear, or a named limit."""
from made import CHECK, COLUMNS, Case, LINT, MY_CHECK, letter, names, own, table


def cases():
    texts = ["xã  ", "xã , ", "( ", "“ xã ” ", "“", "*a **b ", "`a ``b ", "18/24 hồ sơ, đạt 75,1%; ", "12,5% ", "tăng 12 hồ sơ (từ 10 lên 23), ",
             "Kế hoạch số 18/KH-UBND ngày 12/02/2026, ", "ngày 12/02/2026 ", "Ủy ban nhân dân (UBND) xã, ", "khoản 1 Điều 2 Nghị định số 30/2020/NĐ-CP, ",
             "100 hồ sơ, trong đó 40 hồ sơ đúng hạn, 70 hồ sơ quá hạn; ", "[a](", "![", "[^a] ", "| a ", "| a | b |\n", "- a\n", "1. a\n", "# a\n\n",
             "Đề nghị xã.\n\n", "hoà thuỷ ", "Ủy Ban Nhân Dân Xã ", "a;", "a,b ", "a_b ", "... ", "{{", "&amp;", "a\u0301", "1.000 ", "xã\u00a0", "từ 22 giờ ", "năm 2026 vào tháng 5, "]
    for text in texts:
        def made(size, text=text):
            return CHECK, {"r.json": letter(text * (size // len(text.encode())))}
        yield Case(f"{text!r} in a text of 1 MB", *made(1_000_000), quarter=made(250_000))
    numbered = {"documents": "Kế hoạch số {0}/KH-UBND ngày 12/02/2026, ", "ratios": "{0}/{1} hồ sơ, đạt {2},5%. ", "notes": "xã[^{0}]\n\n[^{0}]: chú thích\n\n",
                "abbreviations": "Ban chỉ đạo số {0} (BCĐ{0}) và ", "rows": "| {0} | xã |\n", "sums": "{1} hồ sơ, gồm {0} hồ sơ xã và 5 hồ sơ huyện. "}
    for name, form in numbered.items():
        def made(count, form=form):
            head = "| a | b |\n|---|---|\n" if form[0] == "|" else ""
            return CHECK, {"r.json": letter(head + "".join(form.format(at, at + 7, at % 100) for at in range(count))[:650_000])}
        yield Case(f"16,000 {name} in a text", *made(16_000), quarter=made(4_000))
    counted = {
        "100,000 unknown indicators": lambda n: (MY_CHECK, own(figures={f"a.x{at}": at for at in range(100_000 // n)})),
        "50,000 recipients": lambda n: (CHECK, {"r.json": names(*(f"Ủy ban nhân dân xã số {at}" for at in range(50_000 // n)))}),
        "20,000 sections": lambda n: (CHECK, {"r.json": letter() | {"outline": [{"title": f"Mục {at}", "text": "Đề nghị xã."} for at in range(20_000 // n)]}}),
        "10,000 tables": lambda n: (CHECK, {"r.json": letter() | {"tables": {f"b{at}": {"columns": COLUMNS, "rows": [["x", 1]]} for at in range(10_000 // n)}}}),
        "10,000 wrong ratios": lambda n: (CHECK, {"r.json": table("a.csv", [*COLUMNS, COLUMNS[1] | {"id": "c"}, {
            "id": "d", "title": "T", "kind": "percent", "ratio": ["b", "c"]}]), "a.csv": "a,b,c,d\n" + "".join(f"x,{at},{at + 3},99\n" for at in range(10_000 // n))}),
        "10,000 cells": lambda n: (CHECK, {"r.json": table([["xã  " * 20, at] for at in range(10_000 // n)])}),
        "a cell of 1 MB": lambda n: (CHECK, {"r.json": table([["xã  " * (200_000 // n), 1]])}),
        "10,000 exemptions": lambda n: (MY_CHECK, own(figures={f"a.x{at}": at for at in range(10_000 // n)}) | {"baocao.toml": "".join(
            f'[[check.exemptions]]\nrule = "so-lieu/thieu"\nat = "/figures/a.y{at}"\nreason = "x"\n' for at in range(10_000 // n))}),
        "{{ 100,000 times": lambda n: (MY_CHECK, own("{{" * (100_000 // n))),
        "{{ 100,000 times, lint": lambda n: (LINT, own("{{" * (100_000 // n))),
        "20,000 {{else if}}": lambda n: (MY_CHECK, own("{{#if true}}a" + "{{else if true}}b" * (20_000 // n) + "{{/if}}")),
        "20,000 {{else if}}, lint": lambda n: (LINT, own("{{#if true}}a" + "{{else if true}}b" * (20_000 // n) + "{{/if}}")),
        "20,000 {{count}}": lambda n: (MY_CHECK, own('{{count "ho-so.nhan"}} ' * (20_000 // n))),
        "a differing text of 1 MB": lambda n: (["diff", "r.json", "s.json"], {"r.json": letter("Đề nghị xã. " * (60_000 // n)), "s.json": letter("Yêu cầu. " * (60_000 // n))}),
    }
    for name, made in counted.items():
        yield Case(name, *made(1), quarter=made(4))
