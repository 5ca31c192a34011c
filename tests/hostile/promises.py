"""What the documents promise."""
from made import CHECK, COLUMNS, Case, LINT, MY_CHECK, TOLD, WRONG, chart, example, own, rows_of_form, table


def cases():
    name = "tthc.tong-so"
    yield Case("a figure is missing", CHECK, example(lambda report: report["figures"].pop(name)), "so-lieu/thieu")
    yield Case("the exemption of --help", [*CHECK, "--exempt", f"so-lieu/thieu@/figures/{name}=chưa được giao"],
               example(lambda report: report["figures"].pop(name)), None, {0}, after=lambda folder, said: "[so-lieu/thieu]" not in said)
    yield Case("an exemption of nothing", [*CHECK, "--exempt", "so-lieu/thieu@/figures/khong=chưa"], example(), TOLD)
    for call in (MY_CHECK, LINT):
        yield Case(f"seven decimals, {call[0]}", call, own(form={"decimals": 7}), "dau-vao/ngoai-pham-vi", {1})
        circle = rows_of_form(("a.a", {"same_as": "a.b"}), ("a.b", {"same_as": "a.a"}))
        yield Case(f"same_as in a circle, {call[0]}", call, own(rows=circle), WRONG)
    words = table([["xã A", "một"], ["xã B", "hai"]], [COLUMNS[0], {"id": "b", "title": "S", "kind": "text"}])
    words |= {"charts": {"ve": {"title": "Biểu đồ", "unit": "%", "from": {"table": "bang", "label": "a", "value": "b"}}}}
    words["appendices"][0]["parts"].append({"chart": "ve"})
    yield Case("a chart of words", CHECK, {"r.json": words}, WRONG)
    earlier = own()["r.json"] | {"period": {"kind": "quarter", "year": 2023, "quarter": 2, "from": "2023-03-15", "to": "2023-06-14"}}
    wrong = {"a figure in words": earlier | {"figures": {"ho-so.nhan": 40, "ho-so.dung": "ba mươi"}},
             "a wrong ratio": earlier | {"figures": {"ho-so.nhan": 40, "ho-so.dung": 10, "ho-so.ty-le": 99}},
             "an unknown field": earlier | {"zz": 1}}
    for name, report in wrong.items():
        files = own(previous={"file": "p.json"}, files={"p.json": report})
        yield Case(f"an earlier report with {name}", MY_CHECK, files, TOLD, after=lambda folder, said: "p.json" in said)
