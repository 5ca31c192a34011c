"""What the report's own strings must pass, every string must pass."""
from made import (
    CHECK, COLUMNS, Case, HIDDEN, IMPORT, LINT, LONG_WORD, MY_CHECK, NFC, TOLD, WRONG, imported, letter, line, names, own, rows_of_form,
    signer, table,
)


def cases():
    bad = {"override": ("An\u202e Bình", HIDDEN), "joiner": ("An\u034f Bình", TOLD), "no width": ("An\u200b Bình", HIDDEN),
           "escape": ("An\x1b[31m Bình", HIDDEN), "tag": ("An\U000e0041 Bình", HIDDEN), "filler": ("\u3164", TOLD),
           "mark alone": ("\u0301", TOLD), "400 marks": ("Na" + "\u0301" * 400, WRONG), "tone first": ("a\u0301\u0302n", "van-ban/dau-roi"),
           "long word": (LONG_WORD, WRONG)}
    for kind, (text, ids) in bad.items():
        doors = {
            "name": (CHECK, {"r.json": letter(signers=[signer(full_name=text)])}),
            "text": (CHECK, {"r.json": letter(f"Yêu cầu {text} thực hiện.")}),
            "recipient": (CHECK, {"r.json": names(text)}),
            "cell": (CHECK, {"r.json": table([[text, 1]])}),
            "column": (CHECK, {"r.json": table([["xã", 1]], [{"id": "a", "title": text, "kind": "text"}, COLUMNS[1]])}),
            "id": (CHECK, {"r.json": table([["xã", 1]], [{"id": text, "title": "Tên", "kind": "text"}, COLUMNS[1]])}),
            "row of a file": (CHECK, {"r.json": table("a.csv"), "a.csv": f"a,b\n{text},1\n"}),
            "head of a file": (CHECK, {"r.json": table("a.csv"), "a.csv": f"a,b,{text}\nxã,1,2\n"}),
            "text file": (CHECK, {"r.json": letter({"file": "a.md"}), "a.md": f"Yêu cầu {text} thực hiện.\n"}),
            "template": (MY_CHECK, own(f"Các thôn {text} đã xong.")), "template, lint": (LINT, own(f"Các thôn {text} đã xong.")),
            "label of a form": (MY_CHECK, own(rows=rows_of_form(("ho-so.c", {"label": text})))),
            "title of a set": (MY_CHECK, own(title=f"Kết quả {text}")),
            "reason": ([*CHECK, "--exempt", f"so-lieu/thieu={text}"], {"r.json": letter()}),
            "reason in baocao.toml": (CHECK, {"r.json": letter(), "baocao.toml": f'[[check.exemptions]]\nrule = "so-lieu/thieu"\nreason = "{text}"\n'}),
            "imported": (IMPORT, imported(line(gia_tri=text))), "unit": (IMPORT, imported(line(text))),
        }
        for door, (call, files) in doors.items():
            # What is no text of a document may be refused for another reason.
            yield Case(f"{kind}: {door}", call, files, TOLD if door.startswith(("head", "reason", "imported", "unit")) else ids)
        files = {f"a{text[:60]}b.json": letter()}
        for call in (["check", *files], ["render", *files], ["batch", *files, "-d", "ra"], ["check", ".", "--summary"]):
            yield Case(f"{kind}: name of a file, {call[0]}{len(call)}", call, files)
    for part in ("tables", "columns", "rows", "sections"):
        one, other = "b\u00e1ng", "ba\u0301ng"
        rows = [["x", 1]]
        report = table(rows)
        if part == "tables":
            report["tables"] = {one: report["tables"]["bang"], other: report["tables"]["bang"]}
            report["appendices"] = [{"title": f"K{name == one}", "parts": [{"table": name}]} for name in (one, other)]
        elif part == "columns":
            report = table(rows, [COLUMNS[0] | {"id": one}, COLUMNS[1] | {"id": other}])
        elif part == "rows":
            report = table([{"id": one, "cells": rows[0]}, {"id": other, "cells": rows[0]}])
        else:
            report["outline"] = [{"id": one, "text": "Một."}, {"id": other, "text": "Hai."}]
        yield Case(f"two {part} equal but for NFC", CHECK, {"r.json": report}, WRONG)
    yield Case("a key with a Cyrillic letter shows its code point", CHECK, {"r.json": letter() | {"\u043eutline": 1}}, "dau-vao/truong-khong-biet",
               after=lambda folder, said: "U+043E" in said)
    yield Case("a table in NFC and its name not", CHECK, {"r.json": table([["x", 1]]) | {
        "appendices": [{"title": "K", "parts": [{"table": "ba\u0301ng"}]}]}}, "bang/khong-biet", after=lambda folder, said: "U+0301" in said)
    yield Case("requests of a worker", ["worker"], {}, None, {0}, stdin='{"id": 1, "zz\u202e": 1}\n[1]\n{"id": 1\n'.encode())
