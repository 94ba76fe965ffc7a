"""A generated ledger of livelihood orders, for tests and benchmarks only: nothing in it is real.

    python -m tests.orders data/orders 1000000

Every order_id begins with GENERATED, by which the dashboard knows such a ledger and says so on
every chart and image. The same seed gives the same items.
"""

import argparse
from pathlib import Path

import duckdb

# Spread by hash, so that ten million items take seconds and the same seed gives the same file.
ITEMS = """
with

drawn as (
    select
        i,
        cast(hash(i, $seed, 'tier') % 100 as integer) as of_tier,
        cast(hash(i, $seed, 'sector') % 10 as integer) as of_sector,
        cast(hash(i, $seed, 'town') % 27 as integer) as of_town,
        cast(hash(i, $seed, 'raised') % 1461 as integer) as raised_day,
        cast(hash(i, $seed, 'wait') % 6 as integer) as wait_days,
        cast(15 + 15 * (hash(i, $seed, 'due') % 5) as integer) as due_days,
        cast(hash(i, $seed, 'work') % 40 + hash(i, $seed, 'more') % 60 as integer) as work_days,
        cast(hash(i, $seed, 'open') % 100 as integer) as of_open,
        cast(hash(i, $seed, 'answer') % 100 as integer) as of_answer
    from range($items) as numbers (i)
),

dated as (
    select
        *,
        date '2022-01-01' + raised_day as raised_on,
        date '2022-01-01' + raised_day + wait_days as dispatched_on,
        date '2022-01-01' + raised_day + wait_days + work_days as completed_on
    from drawn
)

select
    'GENERATED-' || lpad(cast(i as varchar), 8, '0') as order_id,
    case
        when of_tier < 4 then 'leadership_team'
        when of_tier < 7 then 'district_leaders'
        when of_tier < 34 then 'towns_and_departments'
        else 'team_members'
    end as tier,
    ['transport', 'water', 'education', 'health', 'ecology', 'agriculture', 'jobs', 'income',
        'public_service', 'population'][of_sector + 1] as sector,
    '生成镇' || lpad(cast(of_town + 1 as varchar), 2, '0') as town,
    '生成的事项' || i || '，非真实数据' as title,
    raised_on,
    if(of_open >= 97, null, dispatched_on) as dispatched_on,
    if(of_answer = 99, null, raised_on + due_days) as due_on,
    if(of_open >= 92 or completed_on > date '2025-12-31', null, completed_on) as completed_on,
    if(
        of_answer >= 70 or of_open >= 92 or completed_on > date '2025-12-31',
        null,
        [1, 2, 3, 3, 4, 4, 4, 5, 5, 5][of_answer % 10 + 1]
    ) as satisfaction
from dated
order by i
"""


def write(folder: Path, items: int, seed: int = 610902) -> Path:
    """Write `items` generated orders into folder/generated.csv and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "generated.csv"
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(
            f"copy ({ITEMS}) to '{file}' (header, quote '\"')", {"items": items, "seed": seed}
        )
    return file


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a generated ledger; not real data.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("items", type=int)
    arguments = parser.parse_args()
    print(write(arguments.folder, arguments.items))
