"""Writes now.tsv and former.tsv from the package vietnamadminunits 1.0.4 (MIT), unpacked in a folder:

    python3 make.py FOLDER/vietnamadminunits/data
"""

import json
import pathlib
import sqlite3
import sys
import unicodedata


def rows(database, question):
    return [[unicodedata.normalize("NFC", cell or "") for cell in row] for row in database.execute(question)]


def write(name, lines):
    text = "".join("\t".join(line).rstrip("\t") + "\n" for line in lines)
    pathlib.Path(__file__).with_name(name).write_text(text, encoding="utf-8")


def now(communes):
    """Each province, then its communes."""
    written = None
    for _, _, province, province_code, name, code in communes:
        if province_code != written:
            written = province_code
            yield province_code, province
        yield code, name


def became(converter, communes):
    """The codes of the new communes of each old one, by its key; the one that took most of it comes first."""
    codes = {(province, commune): code for province, commune, _, _, _, code in communes}
    found = {}
    for province, merged in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, old in merged.items():
            for key in old:
                found.setdefault(key, []).append(codes[province, commune])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            parts = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            found.setdefault(key, []).extend(codes[province, part["newWardKey"]] for part in parts)
    return found


def former(converter, communes, old):
    """Each old province with the new one, then its districts, each with its communes and what they became."""
    new = became(converter, communes)
    province_codes = {key: code for key, _, _, code, _, _ in communes}
    provinces = {key: province_codes[into] for into, keys in converter["DICT_PROVINCE"].items() for key in keys}
    last_province = last_district = None
    for keys, province, province_code, district, district_code, name, code in old:
        parts = " ".join(dict.fromkeys(new[keys]))
        if province_code != last_province:
            last_province = province_code
            yield province_code, province, provinces[keys.split("_")[0]]
        if district_code != last_district:
            last_district = district_code
            # A few islands are districts without communes.
            yield district_code, district, "" if code else parts
        if code:
            yield code, name, parts


def main(folder):
    database = sqlite3.connect(folder / "dataset.db")
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    communes = rows(
        database,
        "select provinceKey, wardKey, province, provinceCode, ward, wardCode from admin_units"
        " order by provinceCode, wardCode",
    )
    old = rows(
        database,
        "select provinceKey || '_' || districtKey || '_' || coalesce(wardKey, ''), province, provinceCode, district,"
        " districtCode, ward, wardCode from admin_units_legacy order by provinceCode, districtCode, wardCode",
    )
    write("now.tsv", now(communes))
    write("former.tsv", former(converter, communes, old))


main(pathlib.Path(sys.argv[1]))
