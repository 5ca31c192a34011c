"""Messages a clerk can use."""
from made import CHECK, COLUMNS, Case, MY_CHECK, TOLD, chart, letter, names, own, rows_of_form, table


def cases():
    long = "x" * 900_000
    quoted = {"a key": (CHECK, {"r.json": letter() | {long: 1}}), "a template's name": (CHECK, {"r.json": letter() | {"template": long}}),
              "a value": (CHECK, {"r.json": letter() | {"numbering": [long]}}), "a figure": (MY_CHECK, own(figures={long: 1})), "a helper": (MY_CHECK, own("{{" + long + "}}")),
              "an id in a template": (MY_CHECK, own('{{count "' + long + '"}}')), "a column": (CHECK, {"r.json": table("a.csv"), "a.csv": f"a,b,{long}\nxã,1,2\n"}),
              "an option": ([*CHECK, "--severity", long[:100_000] + "=note"], {"r.json": letter()})}
    for name, (call, given) in quoted.items():
        yield Case(f"{name} of 1 MB", call, given, TOLD, after=lambda folder, said: len(said) < 20_000)
    doubled = rows_of_form(*((f"a.b{at}", {"sum": [f"a.b{at - 1}", f"a.b{at - 1}"]} if at else {}) for at in range(60)))
    yield Case("explain of 60 doublings", ["explain", "r.json", "a.b59", "--templates", "m"], own(rows=doubled, figures={"ho-so.nhan": 40, "ho-so.dung": 38, "a.b0": 1}))
    for day in ("0001-01-01", "1900-02-03", "1944-12-31", "2201-01-01", "9999-12-31"):
        yield Case(f"a date of {day}", CHECK, {"r.json": letter(promulgation={"place": "Phú Thịnh Đông", "date": day})}, TOLD)
    for kind, period in {"ten years": ("2013-06-15", "2023-09-14"), "a day": ("2023-09-14", "2023-09-14")}.items():
        yield Case(f"a quarter of {kind}", MY_CHECK, own(period={"kind": "quarter", "year": 2023, "quarter": 3, "from": period[0], "to": period[1]}), TOLD)
    for notation in ("-", "UBND-", "VX"):
        yield Case(f"the notation {notation}", CHECK, {"r.json": letter(code_notation=notation)}, TOLD)
    items = [{"title": f"Mục {at}", "text": "Đề nghị xã."} for at in range(40)]
    yield Case("items after y)", CHECK, {"r.json": letter() | {"numbering": ["letter"], "outline": items}}, TOLD)
    twice = {"title of a column": table([["x", 1]], [COLUMNS[0], COLUMNS[1] | {"title": "Nội dung"}]), "label": chart(bars=[{"label": "b", "value": 1}] * 2),
             "title of a section": letter() | {"outline": [{"title": "Kết quả", "text": "Đề nghị."}] * 2}, "recipient": names("Xã A", "Xã A"),
             "mark": table([["xã*", 1]], notes=[{"mark": "*", "text": "Một."}, {"mark": "*", "text": "Hai."}])}
    blank = {"title of a column": table([["x", 1]], [COLUMNS[0] | {"title": " "}, COLUMNS[1]]), "id of a column": table([["x", 1]], [COLUMNS[0] | {"id": " "}, COLUMNS[1]]),
             "empty id of a column": table([["x", 1]], [COLUMNS[0] | {"id": ""}, COLUMNS[1]]), "label": chart(bars=[{"label": " ", "value": 1}, {"label": "b", "value": 2}]),
             "title of a chart": chart(title=" "), "title of a section": letter() | {"outline": [{"title": " ", "text": "Đề nghị."}]},
             "title of an appendix": table([["x", 1]]) | {"appendices": [{"title": " ", "parts": [{"table": "bang"}]}]}, "mark": table([["x", 1]], notes=[{"mark": " ", "text": "Một."}])}
    for kind, reports in {"twice": twice, "blank": blank}.items():
        for name, report in reports.items():
            if "appendices" in report:
                report["outline"] = [{"text": "Gửi số liệu (có phụ lục kèm theo)."}]
            yield Case(f"{kind}: {name}", CHECK, {"r.json": report}, TOLD)
    yield Case("a ratio beyond 18 digits", MY_CHECK, own(figures={"ho-so.nhan": 999_999_999_999_999_999, "ho-so.dung": 1}), TOLD)
