"""Every sentence of a data folder as a table of tab-separated values, to be read by an editor.

One line for each indicator, area and language in the year in which the sentence first stands: a
sentence that a later year repeats is not listed again. Beside it the parts of which it is made.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb

from indicators import sentences, warehouse
from indicators.language import CODES, Language
from indicators.rows import each
from indicators.warehouse import queries

DATA = Path(__file__).parents[1] / "data"
PARTS = ("before", "plan", "city", "rank")
COLUMNS = ("indicator", "area", "year", "language", "sentence", *PARTS)
LINEAGE = """
with recursive lineage as (
    select * from areas where is_home
    union all
    select above.* from areas as above inner join lineage on above.ref_area = lineage.parent
)
select ref_area from lineage
"""


def sentences_of(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object]]:
    """Of the home area and of those above it, in both languages, year by year."""
    cursor = connection.cursor()
    ((first, last),) = cursor.execute("select min(year), max(year) from period_figures").fetchall()
    codes = [code for (code,) in cursor.execute("select indicator from indicators").fetchall()]
    asked = {"sectors": [], "indicators": sorted(codes), "first_year": first}
    for (area,) in cursor.execute(LINEAGE).fetchall():
        told: dict[tuple[str, str], str] = {}
        for year in range(first, last + 1):
            rows = queries.run(
                connection, "sentence_parts_by_indicator", area=area, last_year=year, **asked
            )
            for row in each(rows):
                for code in CODES:
                    said = sentences.report(row, Language(code))
                    if said and told.get((row.indicator, code)) != said:
                        told[row.indicator, code] = said
                        found = {"indicator": row.indicator, "area": area, "year": year}
                        parts = sentences.parts(row, Language(code))
                        yield found | {"language": code, "sentence": said} | parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    folder = parser.parse_args().folder
    table = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(sentences_of(warehouse.open_folder(folder)))


if __name__ == "__main__":
    main()
