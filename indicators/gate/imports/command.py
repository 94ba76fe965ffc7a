"""`python -m indicators.gate --import FILE`: an office's table as a file of data/observations/."""

import argparse
from pathlib import Path

from indicators import gate
from indicators.gate import imports, templates
from indicators.gate.imports.figures import rows
from indicators.gate.workbooks import Broken

MOST_TOLD = 20


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with --import."""
    parser.add_argument("--import", dest="table", type=Path, help="a table as an office keeps it")
    parser.add_argument("--into", type=Path, help="the .csv, or .xlsx with lists, to be written")
    parser.add_argument("--sheet", help="which sheet of a workbook; without it the first one")
    parser.add_argument("--source", default="", help="the code of the document in sources.csv")
    parser.add_argument("--area", help="the code of the area that the table is about")
    parser.add_argument("--year", help="the year, where the table names none")
    parser.add_argument("--coverage", choices=("month", "year_to_date"), help="of bare months")
    parser.add_argument("--status", default="A", choices=("A", "P", "E"))
    parser.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="NAME=CODE",
        help="what a name of the table means; kept for the next table",
    )


def run(request: argparse.Namespace) -> int:
    """Import a table, tell what became of each figure, and write the file that was wanted."""
    tables = gate.read(request.folder)
    vocabulary = imports.Vocabulary.of(tables)
    working = request.folder.parent / ".working"
    chosen = dict(choice.split("=", 1) for choice in request.choose)
    kept = imports.Choices.load(working).named(chosen)
    if chosen:
        kept.keep(working)
    choices = imports.Choices(
        kept.names, request.area, request.year, request.coverage, request.status
    )
    try:
        sheets = imports.grids(request.table, request.table.name)
    except (Broken, OSError) as fault:
        print(f"✕ {getattr(fault, 'zh', fault)}\n  {getattr(fault, 'en', '')}")
        return 1
    grid = next((each for each in sheets if each.name == request.sheet), sheets[0])
    table = imports.recognised(grid, vocabulary, choices)
    _tell(table, vocabulary)
    if request.into:
        _write(request, table, tables)
    return 1 if table.others or not table.figures else 0


def _write(request: argparse.Namespace, table: imports.Import, tables: templates.Tables) -> None:
    if request.into.suffix.lower() == ".xlsx":
        lines = rows(table.figures, request.source, request.status)
        request.into.write_bytes(templates.workbook(tables, lines))
    else:
        request.into.write_bytes(imports.as_csv(table.figures, request.source, request.status))


def _tell(table: imports.Import, vocabulary: imports.Vocabulary) -> None:
    for figure in table.figures:
        print(
            f"○ {figure.cell} {figure.text} → {figure.indicator} {figure.ref_area} "
            f"{figure.time_period} {figure.coverage} {figure.obs_value} {figure.note}".rstrip()
        )
    for figure in table.others[:MOST_TOLD]:
        zh, en = ("；".join(each) for each in zip(*figure.missing, strict=True))
        print(f"✕ {figure.cell} {figure.text}：{zh}\n  {en}")
    if len(table.others) > MOST_TOLD:
        more = len(table.others) - MOST_TOLD
        print(f"✕ 另有{more:,}格没有列出\n  {more:,} more cells are not listed")
    for name in table.unmatched:
        near = "、".join(f"{code} {vocabulary.names[code]}" for code in vocabulary.nearest(name))
        print(f"? “{name}” → --choose {name}=CODE{f'（{near}）' if near else ''}")
    for row, why in table.passed_over.items():
        print(f"· 第{row}行：{why}，不作为数据 / line {row} is no data")
    zh = f"{len(table.figures):,} 个数可以读入，{len(table.others):,} 个没有对上"
    en = f"{len(table.figures):,} figures can be taken in, {len(table.others):,} are not understood"
    print(f"{zh}，{table.empty:,} 格写明没有数。\n{en}, {table.empty:,} cells say there is none.")
