"""Counts what data/ holds, for tests/shipped_counts.csv and the sentence of README. `make counts`.

A test compares the file with the data, so that no row goes or comes unnoticed; whoever adds one
runs this and sees in the difference that it is just that row.
"""

import csv
import re
from pathlib import Path

from indicators import warehouse

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
COUNTS = ROOT / "tests" / "shipped_counts.csv"
README = ROOT / "README.md"
SENTENCE = re.compile(r"\d+( published figures of )\d+–\d+( .* from )\d+( documents)")
# What the charts of the page `indicator` show: a trend of the district, and beside it the city, the
# province and the country where two of them have published the rate or the growth.
OF_THE_DATA = """
with

figures as (
    select o.*, a.is_home, a.level, i.kind
    from annual_observations as o
    inner join areas as a on a.ref_area = o.ref_area
    inner join indicators as i on i.indicator = o.indicator
    where o.obs_value is not null
),

beside as (
    select indicator
    from figures
    where kind in ('rate', 'growth') and (is_home or level in ('city', 'province', 'country'))
    group by indicator
    having count(distinct ref_area) > 1
)

select
    (select count(*) from observations where obs_value is not null),
    (select min(cast(left(time_period, 4) as integer)) from observations),
    (select max(cast(left(time_period, 4) as integer)) from observations),
    (select count(*) from sources),
    (select count(distinct indicator) from figures where is_home),
    (select count(*) from beside)
"""
NAMES = (
    "published figures",
    "first year",
    "last year",
    "documents",
    "indicators with a trend of the district",
    "indicators beside city, province and country",
)


def counted(data: Path = DATA) -> dict[str, int]:
    """The rows of each file, and what stands in them."""
    files = {file.relative_to(data.parent).as_posix(): file for file in sorted(data.rglob("*.csv"))}
    rows = {name: _rows(file) for name, file in files.items()}
    connection = warehouse.open_folder(data)
    return rows | dict(zip(NAMES, connection.execute(OF_THE_DATA).fetchone(), strict=True))


def _rows(file: Path) -> int:
    with file.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def shipped() -> dict[str, int]:
    """The counts as they were written down last."""
    with COUNTS.open(encoding="utf-8", newline="") as lines:
        return {row["what"]: int(row["count"]) for row in csv.DictReader(lines)}


def sentence(readme: str, counts: dict[str, int]) -> str:
    """README with these counts in its sentence about the data."""
    said = r"{published figures}\g<1>{first year}–{last year}\g<2>{documents}\g<3>"
    return SENTENCE.sub(said.format_map(counts), readme)


def main() -> None:
    counts = counted()
    with COUNTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("what", "count"), *counts.items()])
    README.write_text(sentence(README.read_text(encoding="utf-8"), counts), encoding="utf-8")
    print(f"Written: {COUNTS.relative_to(ROOT)}, and the sentence of README.md")


if __name__ == "__main__":
    main()
