"""csip.py PACKAGE...: holds packages against the E-ARK CSIP with eark-validator: their structure, their METS files by
schema and by the rules in Schematron, sizes and hashes of all files. The validator's own reader of these rules fetches
lists of words from the network when it is imported; here the rules are read without it, and the words are not held
against those lists."""

import re
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

from eark_validator import structure
from eark_validator.infopacks.manifest import Checksummer
from eark_validator.mets import MetsValidator
from lxml import etree
from lxml.isoschematron import Schematron



# What is asked for although there is nothing for it to hold: a package need not have documentation or schemas, and the
# division "Representations" is for contents that have no METS file of their own.
OF_WHAT_IS_NOT_THERE = {"CSIP60", "CSIP95", "CSIP99", "CSIP103", "CSIP113"}

# Whatever is not OTHER fails this rule: it asks a group both for a type of its contents and for none.
NEVER_KEPT = {"CSIP63"}

# The file of a representation points to no further one: it lists its own data.
OF_PACKAGES = {"CSIP114"}


def rules():
    """The rules of CSIP, a set for each part of a METS file."""
    folder = files("eark_validator").joinpath("ipxml/resources/schematron/V2.1.0/CSIP")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        text = re.sub(r"(@[\w:]+)_(vocabulary|IANA)_test", r"\1", file.read_text("utf-8"))
        yield Schematron(etree.fromstring(text), store_schematron=True, store_report=True)


RULES = list(rules())


def faults(package):
    """All that is wrong with a package."""
    _, results = structure.validate(package)
    yield from map(told, results.errors)
    if not (package / "METS.xml").is_file():
        return
    for mets in [package / "METS.xml", *package.glob("representations/*/METS.xml")]:
        validator = MetsValidator(str(mets.parent))
        validator.validate_mets(mets.name)
        yield from (f"{mets}: {told(error)}" for error in validator.validation_errors)
        if not validator.file_references:
            yield f"{mets}: no file is named"
        for item in validator.file_references:
            path = mets.parent / unquote(item.path)
            if not path.is_file() or path.stat().st_size != item.size:
                yield f"{mets}: {item.path} is not there, or of another size"
            elif Checksummer.from_file(path, item.checksum.algorithm) != item.checksum:
                yield f"{mets}: {item.path} was changed"
        optional = OF_WHAT_IS_NOT_THERE | NEVER_KEPT | (OF_PACKAGES if mets.parent != package else set())
        tree = etree.parse(str(mets))
        for rule in RULES:
            rule.validate(tree)
            for failed in rule.validation_report.iterfind(".//{*}failed-assert[@role='ERROR']"):
                if failed.get("id") not in optional:
                    yield f"{mets}: {failed.get('id')}: {failed.get('location')}: lacks {failed.get('test')}"


def told(result):
    return f"{result.rule_id}: {result.message} ({result.location})"


def spoilt(package, change):
    """The faults of a copy that was changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / package.name
        shutil.copytree(package, copy)
        change(copy)
        return list(faults(copy))


def main(packages):
    assert sum(len(rule.schematron.getroot().findall(".//{*}assert")) for rule in RULES) > 80
    def without(pattern):
        def change(copy):
            mets = copy / "METS.xml"
            text, count = re.subn(pattern, "", mets.read_text("utf-8"), count=1)
            assert count, pattern
            mets.write_text(text, "utf-8")

        return change

    def longer(copy):
        with next(copy.glob("representations/rep1/data/**/*.pdf")).open("ab") as file:
            file.write(b"x")

    changes = [
        without(' OBJID="[^"]*"'),
        without(' csip:OAISPACKAGETYPE="[^"]*"'),
        without("(?s)<(?:mets:)?agent .*?</(?:mets:)?agent>"),
        longer,
        lambda copy: (copy / "METS.xml").unlink(),
    ]
    for change in changes:
        assert spoilt(packages[0], change), "a package that was spoilt passes"
    found = [f"{package}: {fault}" for package in packages for fault in faults(package)]
    print("\n".join(found), end="\n" if found else "")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main([Path(name).resolve() for name in sys.argv[1:]]))
