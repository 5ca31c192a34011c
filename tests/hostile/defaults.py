"""Defaults of libraries are off."""
import json
import struct

from made import CHECK, Case, HOME, LINT, MY_CHECK, MY_RENDER, RENDER, TOLD, WRONG, font, layout, letter, no_threads, own, signer, table


def cases():
    for tag in ("{{this}}", "{{{this}}}", "{{#each this}}a{{/each}}", "{{#with this}}a{{/with}}", '{{len "a"}}', "{{eq 1 1}}", "{{#if (gt 2 1)}}a{{/if}}", "{{ne 1 2}}",
                '{{lookup this "a"}}', '{{log "a"}}', '{{count "ho-so.nhan" foo=1}}', "{{#if true foo=1}}a{{/if}}", "{{#if 0 includeZero=true}}a{{/if}}",
                "{{@root}}", "{{../x}}", "{{> x}}", "{{*inline \"a\"}}", "{{{{raw}}}}a{{{{/raw}}}}"):
        for call in (MY_CHECK, LINT):
            yield Case(f"{tag} {call[0]}", call, own(tag + " hồ sơ."), WRONG, {1})
    for depth in (200, 50_000):
        for name, text in {"blocks": "{{#if true}}" * depth + "a" + "{{/if}}" * depth, "calls": "{{count " + "(count " * depth + '"a"' + ")" * depth + "}}"}.items():
            yield Case(f"{depth} {name} in one another", LINT, own(text), WRONG)
    for source in ('#("x" * 2000000000)', "#range(1000000000)", "#((0,) * 1000000000).len()", "#let f(n) = f(n + 1)\n#f(0)", "#while true { }",
                   '#let a = "x"\n#for i in range(40) { a = a + a }'):
        yield Case(f"a layout: {source}", MY_RENDER, layout(source), WRONG)
        yield Case(f"a layout in a batch: {source}", ["batch", "r.json", "-d", "ra", "--templates", "m"], layout(source), codes={1, 2})
    claims = b"ttcf" + struct.pack(">II", 0x10000, 0xffffffff)
    for name in ("a.ttc", "a.ttf", "a.otf"):
        yield Case(f"{name} that claims 2^32-1 fonts", [*RENDER, "--font-dir", "f"], {"r.json": letter(), f"f/{name}": claims}, WRONG)
    yield Case("a font that forbids embedding", [*RENDER, "--font-dir", "f"], {"r.json": letter(), "f/a.ttf": font(2)}, TOLD)
    for kind, cell in {"CSV": lambda text: f"a,b\n{text},1\n", "NDJSON": lambda text: json.dumps({"a": text, "b": 1}) + "\n"}.items():
        name = f"a.{kind.lower()}"
        yield Case(f"a cell of 10 MB, {kind}", CHECK, {"r.json": table(name), name: cell("xã " * 2_500_000)}, "dau-vao/qua-lon", {1})
        yield Case(f"a cell of 10 MB, {kind}, render", RENDER, {"r.json": table(name), name: cell("xã " * 2_500_000)}, "dau-vao/qua-lon", {1})
    picture = (HOME / "tests/signing/cmyk.jpg").read_bytes()
    # A palette that ends in the midst of a colour: the library breaks on it.
    palette = (HOME / "tests/refused/image-palette-cut-off/chu-ky.png").read_bytes()
    for kind, image in {"CMYK": picture, "truncated": picture[:len(picture) // 2], "empty": b"", "palette": palette}.items():
        yield Case(f"an image, {kind}", CHECK, {"r.json": letter(signers=[signer(signature="i.jpg")]), "i.jpg": image}, WRONG)
    for call in (CHECK, [*RENDER, "-o", "-"], ["batch", "r.json", "-d", "ra"], ["worker"]):
        request = b'{"id": 1, "path": "r.json"}\n'
        yield Case(f"RAYON_NUM_THREADS=100000: {call[0]}", call, {"r.json": letter()}, env={"RAYON_NUM_THREADS": "100000"}, stdin=request)
        yield Case(f"no thread can start: {call[0]}", call, {"r.json": letter()}, around=no_threads, stdin=request)
