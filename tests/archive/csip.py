"""csip.py PACKAGE...: holds packages against the E-ARK CSIP with eark-validator: their structure, their METS files by
schema, sizes and hashes of all files, and what the profile of CSIP says that METS must have. The rules in Schematron
are not part of the released validator; the profile that they were made of is, and says element by element what must be
there."""

import re
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import eark_validator.structure as structure
from eark_validator.mets import MetsValidator
from lxml import etree

SPACES = {
    "m": "http://www.loc.gov/METS/",
    "csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
    "xlink": "http://www.w3.org/1999/xlink",
}

# Groups for folders that a package need not have; ours are called after their representation, as CSIP64 says.
GROUPS = {"CSIP60", "CSIP113", "CSIP114"}

# What the division of a representation has, and no other.
OF_REPRESENTATIONS = {"CSIP109", "CSIP111", "CSIP112"}


def musts():
    """What must be there: the id of the requirement, the path of the element around it, and what it must have."""
    profile = files("eark_validator.xml.resources.profiles").joinpath("E-ARK-CSIP.xml")
    requirements = []
    for requirement in etree.fromstring(profile.read_bytes()).iterfind(".//{*}requirement"):
        terms, said = requirement.iterfind(".//{*}dt"), requirement.iterfind(".//{*}dd")
        said = dict(zip(map(text, terms), map(text, said)))
        if "METS XPath" in said:
            requirements.append((requirement.get("ID"), said["METS XPath"], said["Cardinality"].startswith("1")))
    # An element that may be left out is asked for a second time, for the sake of its label.
    optional = {path for _, path, needed in requirements if not needed}
    for name, path, needed in requirements:
        if not needed or path in optional or name in GROUPS:
            continue
        # The last step is what is asked for, a condition or a name; the steps before it say of what.
        path = re.sub(r"(^|/)(?=[a-z])", r"\1m:", path, flags=re.I)
        above, last = path.rsplit("/", 1)
        where = "[starts-with(@LABEL, 'Representations/')]" if name in OF_REPRESENTATIONS else ""
        yield name, f"/{above}{where}", last


def text(element):
    return "".join(element.itertext()).strip()


MUSTS = list(musts())


def faults(package):
    """All that is wrong with a package."""
    yield from (error.to_json() for error in structure.validate_package_structure(str(package)).errors)
    for mets in ["METS.xml", *(str(path.relative_to(package)) for path in package.glob("representations/*/METS.xml"))]:
        validator = MetsValidator(str(package))
        validator.validate_mets(mets)
        yield from (f"{mets}: {error}" for error in validator.validation_errors)
        if not validator.file_references:
            yield f"{mets}: no file is named"
        for item in validator.file_references:
            path = (package / mets).parent / unquote(item.path)
            if not path.is_file() or path.stat().st_size != item.size:
                yield f"{mets}: {item.path} is not there, or of another size"
            elif not item.checksum.algorithm.hash_file(str(path)).is_value(item.checksum):
                yield f"{mets}: {item.path} was changed"
        tree = etree.parse(str(package / mets))
        for name, above, last in MUSTS:
            for element in tree.xpath(above, namespaces=SPACES):
                if not element.xpath(last, namespaces=SPACES):
                    yield f"{mets}: {name}: {above} lacks {last}"


def spoilt(package, change):
    """The faults of a copy that was changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / package.name
        shutil.copytree(package, copy)
        change(copy)
        return list(faults(copy))


def main(packages):
    assert len(MUSTS) > 80, len(MUSTS)

    def without(attribute):
        def change(copy):
            mets = copy / "METS.xml"
            mets.write_text(re.sub(f' {attribute}="[^"]*"', "", mets.read_text("utf-8"), count=1), "utf-8")

        return change

    def longer(copy):
        with next(copy.glob("representations/rep1/data/**/*.pdf")).open("ab") as file:
            file.write(b"x")

    changes = [without("OBJID"), without("csip:OAISPACKAGETYPE"), longer, lambda copy: (copy / "METS.xml").unlink()]
    for change in changes:
        try:
            assert spoilt(packages[0], change), "a package that was spoilt passes"
        except OSError:
            pass
    found = [f"{package}: {fault}" for package in packages for fault in faults(package)]
    print("\n".join(found), end="\n" if found else "")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main([Path(name).resolve() for name in sys.argv[1:]]))
