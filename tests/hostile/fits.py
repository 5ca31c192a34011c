"""What the page cannot hold is told by `check`. That the rest stands inside of the text block is a test of the pages."""
from made import CHECK, Case, RENDER, WRONG, chart, letter, names, signer


def cases():
    bars = [{"label": f"{at} " + "nhãn dài " * 33, "value": at + 1} for at in range(30)]
    reports = {"a recipient of a thousand words": names("xã " * 1000), "200 lines of competence": letter(signers=[signer(competence=["TM. ỦY BAN NHÂN DÂN"] * 200)]),
               "30 labels of 300 letters": chart(bars=bars), "more than 2,000 pages": letter("Đề nghị xã.\n\n" * 70_000)}
    for name, report in reports.items():
        yield Case(name, CHECK, {"r.json": report}, WRONG)
        yield Case(f"{name}, render", RENDER, {"r.json": report}, WRONG)
