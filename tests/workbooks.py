"""Workbooks as programs write them, made from the XML of their cells."""

import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = ("indicator", "ref_area", "time_period", "coverage", "breakdown", "obs_value",
          "obs_status", "scope", "source", "note")  # fmt: skip
ROW = ("new_urban_jobs", "610902", "2022", "year", "", "5300", "A", "", "seed_article", "")


def text(reference: str, written: str) -> str:
    """A cell with a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{written}</t></is></c>' if written else ""


def row(number: int, cells: tuple[str, ...], attributes: str = "", **others: str) -> str:
    """A row of texts; others are cells of their own XML, by column."""
    letters = "ABCDEFGHIJ"
    content = "".join(
        others.get(letter, text(f"{letter}{number}", cell))
        for letter, cell in zip(letters, cells, strict=True)
    )
    return f'<row r="{number}" {attributes}>{content}</row>'


def figure(value: str, style: int = 1, formula: str = "") -> str:
    """The figure of the second row, in column F."""
    stored = f"<f>{formula}</f>" if formula else ""
    return f'<c r="F2" s="{style}">{stored}<v>{value}</v></c>'


def sheet(*rows: str, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """The XML of a sheet."""
    content = f"<sheetData>{''.join(rows)}</sheetData>"
    return f'<worksheet xmlns="{namespace}">{before}{content}{after}</worksheet>'


def styles(code: str = "General", font: str = "") -> str:
    """Style 1 has this number format and this in its font."""
    quoted = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="{quoted}"/>'
        f"</numFmts><fonts><font/><font>{font}</font></fonts><fills><fill/></fills>"
        '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="1"/></cellXfs>'
        "</styleSheet>"
    )


def save(
    path: Path,
    *sheets: str,
    style: str = "",
    strings: str = "",
    names: tuple[str, ...] = (),
    hidden: tuple[int, ...] = (),
    workbook: str = "",
    **others: str,
) -> Path:
    """Writes a workbook of these sheets; names and hidden are of sheets, others further parts."""
    named = names or tuple(f"Sheet{nth}" for nth in range(1, len(sheets) + 1))
    states = ["hidden" if nth in hidden else "visible" for nth in range(len(named))]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{nth}" r:id="r{nth}" state="{state}"/>'
        for nth, (name, state) in enumerate(zip(named, states, strict=True), start=1)
    )
    relations = "".join(
        f'<Relationship Id="r{nth}" Type="{OFFICE}/worksheet" Target="worksheets/s{nth}.xml"/>'
        for nth in range(1, len(sheets) + 1)
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": style or styles(),
        **({"xl/sharedStrings.xml": strings} if strings else {}),
        **{f"xl/worksheets/s{nth}.xml": content for nth, content in enumerate(sheets, start=1)},
        **others,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path
