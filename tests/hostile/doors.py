"""What comes in by other doors: exports and workbooks, of any shape and size."""
import io
import zipfile

from made import Case, HOME, TOLD, WRONG

BY_ROWS = ["--map", "tong-hop.toml", "-o", "ra"]
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def packed(parts):
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return bytes_.getvalue()


def workbook(rows, shared="", size="A1:B2", tail="", before="", texts=1):
    """A workbook (XLSX) of one sheet."""
    relation = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/>'
    relations = lambda *all_: XML + f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(relation.format(*one) for one in all_) + "</Relationships>"
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
    return packed({
        "[Content_Types].xml": XML + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in kinds.items()) + "</Types>",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": XML + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")),
        "xl/worksheets/sheet1.xml": XML + before + f'<worksheet xmlns="{MAIN}"><dimension ref="{size}"/><sheetData>{rows}</sheetData>{tail}</worksheet>',
        "xl/sharedStrings.xml": XML + f'<sst xmlns="{MAIN}" count="{texts}" uniqueCount="{texts}">{shared}</sst>',
    })


def open_document(table):
    """A workbook (ODS) with one table."""
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": XML + f"<office:document-content{names}><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": XML + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    })


def repeated(rows=1, cells=1):
    cell = f'<table:table-cell table:number-columns-repeated="{cells}" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    return open_document(f'<table:table table:name="S"><table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row></table:table>')


def cases():
    kept = {name: (HOME / "examples/import" / name).read_bytes() for name in ("chung.json", "tong-hop.toml", "don-vi.csv")}
    cell = lambda at, text: f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'
    head = '<row r="1">' + cell("A1", "Đơn vị") + "</row>"
    bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "' + "a" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
    good = workbook(head)
    wide = "".join(cell("A1", "x") for _ in range(100_000))
    files = {
        "says that it is huge.xlsx": workbook(head, size="A1:XFD1048576"),
        "a cell far away.xlsx": workbook(head + '<row r="1048576">' + cell("XFD1048576", "x") + "</row>", size="A1:XFD1048576"),
        "a cell of 200 MB.xlsx": workbook('<row r="1">' + cell("A1", "a" * 200_000_000) + "</row>"),
        "a shared text of 200 MB.xlsx": workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "<si><t>" + "b" * 200_000_000 + "</t></si>"),
        "a shared text that is not there.xlsx": workbook('<row r="1"><c r="A1" t="s"><v>99999999999</v></c><c r="B1" t="s"><v>-1</v></c></row>'),
        "4,000,000,000 shared texts.xlsx": workbook(head, texts=4_000_000_000),
        "10^13 shared texts.xlsx": workbook(head, texts=10**13),
        "50,000 merged rows.xlsx": workbook(head, tail="<mergeCells>" + "".join(f'<mergeCell ref="A{at}:XFD{at}"/>' for at in range(1, 50_000)) + "</mergeCells>"),
        "one merged sheet.xlsx": workbook(head, tail='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "places that are none.xlsx": workbook('<row r="0"><c r="A0"><v>1</v></c></row><row r="99999999999"><c r="ZZZZZZZ1"><v>1</v></c></row>'),
        "entities.xlsx": workbook('<row r="1">' + cell("A1", "&e;" + "&b;" * 1000) + "</row>", before=bomb),
        "formulas in a circle.xlsx": workbook(head + '<row r="2"><c r="A2"><f>A3</f></c></row><row r="3"><c r="A3"><f>A2</f></c></row>'),
        "100,000 cells of a row.xlsx": workbook(f'<row r="1">{wide}</row>'),
        "elements in one another.xlsx": workbook("<a>" * 300_000 + "</a>" * 300_000),
        "60,000 parts.xlsx": packed({f"f{at}": b"" for at in range(60_000)}),
        "cut off.xlsx": good[:len(good) // 2],
        "damaged.xlsx": bytes(byte ^ (at % 97 == 0) for at, byte in enumerate(good)),
        "a million rows.ods": repeated(rows=1 << 20),
        "4,000,000,000 rows.ods": repeated(rows=4_000_000_000),
        "4,000,000,000 cells.ods": repeated(cells=4_000_000_000),
        "16,000,000,000 cells.ods": repeated(1_000_000, 16_384),
        "fewer than no rows.ods": repeated(rows=-5),
        "a line of 100 MB.csv": "Đơn vị;" + "a" * 100_000_000 + "\n",
        "1,000,000 columns.csv": ";".join(f"c{at}" for at in range(1_000_000)) + "\n",
        "a quote that is not closed.csv": 'Đơn vị;"a\n' + "x\n" * 5_000_000,
        "zeros.csv": b"\0" * 50_000_000,
        "lists in one another.ndjson": "[" * 1_000_000 + "\n",
        "objects in one another.json": '{"a":' * 500_000 + "1" + "}" * 500_000,
        "a line of 100 MB.ndjson": '{"a":1}\n{"a":"' + "x" * 100_000_000 + '"}\n',
        "1,000,000 keys.ndjson": "".join(f'{{"k{at}":1}}\n' for at in range(1_000_000)),
    }
    for name, file in files.items():
        wanted = TOLD if name.startswith("a cell far") else WRONG
        yield Case(f"an export: {name}", ["import", name, *BY_ROWS], kept | {name: file}, wanted)
    for name, made in {
        "CSV": lambda count: ("a.csv", "Đơn vị;1.1\n" + "".join(f"xã {at};{at}\n" for at in range(count))),
        "NDJSON": lambda count: ("a.ndjson", "".join(f'{{"Đơn vị":"xã {at}","1.1":{at}}}\n' for at in range(count))),
    }.items():
        whole, part = made(200_000), made(50_000)
        yield Case(f"an export of 200,000 units, {name}", ["import", whole[0], *BY_ROWS], kept | dict([whole]), WRONG,
                   quarter=(["import", part[0], *BY_ROWS], kept | dict([part])))
