"""Files: below the root, regular, with a cap, opened once."""
import json
import os

from made import (
    CHECK, Case, DEVICE, FIFO, IMPORT, KEY, MY_CHECK, MY_RENDER, OUT, PDF, RENDER, SIGN, TOLD, WRONG, closed, font, imported, layout,
    letter, names, own, signer, small_files, table,
)


def cases():
    doors = {
        "rows": lambda name, file: (CHECK, {"r.json": table(name), "a": file}), "text": lambda name, file: (CHECK, {"r.json": letter({"file": name}), "a": file}),
        "previous": lambda name, file: (MY_CHECK, own(previous={"file": name}, files={"a": file})),
        "image": lambda name, file: (CHECK, {"r.json": letter(signers=[signer(signature=name)]), "a": file}),
        "picture": lambda name, file: (CHECK, {"r.json": letter(f"Như sau:\n\n![Sơ đồ ba bước]({name})"), "a": file}),
        "rules": lambda name, file: (CHECK, {"r.json": letter(), "baocao.toml": f'[check]\nrules = ["{name}"]\n', "a": file}),
    }
    for door, made in doors.items():
        for kind, file in {"pipe": FIFO, "device": DEVICE, "link out": OUT, "link to itself": ("a",), "broken link": ("no",)}.items():
            yield Case(f"{door}: {kind}", *made("a", file), WRONG)
        for kind, name in {"above": "../secret", "absolute": "/etc/passwd"}.items():
            yield Case(f"{door}: {kind}", *made(name, "x"), WRONG)
    calls = {
        "check": CHECK, "render": RENDER, "explain": ["explain", "r.json"], "batch": ["batch", "r.json", "-d", "ra"], "diff": ["diff", "r.json", "s.json"],
        "check a folder": ["check", "."], "batch a folder": ["batch", ".", "-d", "ra"], "verify": ["verify", "r.json"], "extract": ["extract", "r.json"],
        "places": ["places", "r.json"], "config": ["check", "s.json", "--config", "r.json"], "map": ["map", "new", "r.json", "--set", "cchc/xa-2025"],
        "mapping": ["import", "s.json", "--map", "r.json", "-o", "ra"], "aggregate": ["aggregate", "s.json", "--into", "r.json", "-o", "o.json"],
        "copy": ["copy", "s.json", "--form", "sao-y", "--by", "r.json", "-o", "o.pdf"], "anchors": ["verify", PDF, "--anchors", "r.json"],
        "revocation": ["verify", PDF, "--revocation", "r.json"], "key": [*SIGN, "--key", "r.json"], "chain": [*SIGN, "--key", KEY, "--certificate-chain", "r.json"],
        "archive": ["archive", "add", "r.json", "--to", "kho", "--retention", "10 năm"], "finish": ["finish", "r.json", "--cms", "s.json", "-o", "o.pdf"],
        "sign": ["sign", "r.json", "--as", "leader", "--invisible", "--key", KEY, "-o", "o.pdf"], "templates": [*CHECK[:1], "s.json", "--templates", "r.json"],
        "fonts": [*RENDER[:1], "s.json", "--font-dir", "r.json"]}
    for name, call in calls.items():
        for kind, file in (("pipe", FIFO), ("device", DEVICE), ("link to itself", ("r.json",))):
            yield Case(f"{name}: {kind}", call, {"r.json": file, "s.json": letter()}, TOLD, env={"BAOCAO_PASSPHRASE": "baocao"})
    for name, place in {"template": "m/thu/xa-2024/sections/z.md.hbs", "layout": "m/layout/main.typ"}.items():
        for kind, file in {"pipe": FIFO, "device": DEVICE, "link out": OUT}.items():
            yield Case(f"{name}: {kind}", MY_RENDER, own(files={place: file}), WRONG)
    yield Case("baocao.toml is a pipe", CHECK, {"r.json": letter(), "baocao.toml": FIFO}, WRONG)
    yield Case("baocao.toml is a device", CHECK, {"r.json": letter(), "baocao.toml": DEVICE}, WRONG)
    yield Case("a font is a pipe", [*RENDER, "--font-dir", "f"], {"r.json": letter(), "f/a.ttf": FIFO}, WRONG)
    yield Case("an export is a pipe", IMPORT, imported(FIFO), WRONG)
    yield Case("requests that name a pipe", ["worker"], {"r.json": FIFO}, None, {0}, stdin=b'{"id": 1, "path": "r.json"}\n{"id": 2, "path": "/dev/zero"}\n')
    yield Case("--force on a broken link", [*RENDER, "-o", "o.pdf", "--force"], {"r.json": letter(), "o.pdf": ("no.pdf",)}, WRONG)
    yield Case("--force on a file that is read-only", [*RENDER, "-o", "o.pdf", "--force"], {"r.json": letter(), "o.pdf": "old"}, WRONG,
               around=lambda: os.chmod("o.pdf", 0o444))
    yield Case("-o on a pipe", [*RENDER, "-o", "o.pdf"], {"r.json": letter(), "o.pdf": FIFO}, "tep/khong-phai-tep", {2})
    yield Case("--fix keeps the owner", [*CHECK, "--fix"], {"r.json": letter("Yêu cầu  các  thôn.")}, None, around=lambda: os.chown("r.json", 1234, 1234),
               after=lambda folder, said: (folder / "r.json").stat().st_uid == 1234 or os.getuid() != 0)
    for call in (CHECK, [*CHECK, "--format", "json"], [*CHECK, "--summary"], [*RENDER, "-o", "-"], ["schema"], ["rule"], ["templates"], ["--help"], ["--version"],
                 ["new", "xa"], ["units"], ["completions", "bash"], ["verify", PDF], ["diff", "r.json", "s.json"], ["form", "list"]):
        yield Case(f"standard output is closed: {' '.join(call)[:40]}", call, {"r.json": letter(), "s.json": names("Xã")}, "tep/khong-ghi-duoc", {2}, around=closed)
    # Only one line of it is mended: what is said of that has to go into 4 KB too.
    long = letter() | {"outline": [{"text": f"Yêu cầu  thôn {at}."[at > 0 and 9:]} for at in range(200)]}
    for call in ([*RENDER, "-o", "o.pdf"], ["batch", "r.json", "-d", "ra"], [*CHECK, "--fix"]):
        yield Case(f"files may have 4 KB: {call[0]}", call, {"r.json": json.dumps(long, ensure_ascii=False, indent=1)}, WRONG, around=small_files,
                   after=lambda folder, said: not [name for _, _, names in os.walk(folder) for name in names if name.startswith(".baocao-")])
