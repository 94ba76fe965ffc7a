-- How far the orders have come: raised (点单), dispatched (派单), completed (办结), on time.
--
-- An order counts up to the day of reference: what was raised later is left out, what was
-- dispatched or completed later has not been yet. On time: completed by its due date; an order
-- without a due date, or completed after it, is not. Open orders stay in raised and dispatched.
-- raised_pct = 100 * items / items raised; missing where nothing was raised.
--
-- Parameters
--   $first_year   INTEGER    year in which an order was raised
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $tiers        VARCHAR[]  codes of the dimension tier in data/breakdowns.csv; none: all
--   $towns        VARCHAR[]  as in the ledger; none: all
--   $as_of        DATE       day of reference, at its end
--
-- Returns one row per stage, from raised to on time
--   stage         VARCHAR    raised, dispatched, completed or on_time
--   position      INTEGER    place in the order
--   items         DOUBLE     项
--   raised_pct    DOUBLE     per cent of the orders raised

with

chosen as (
    select
        cast(coalesce(sum(raised), 0) as double) as raised,
        cast(coalesce(sum(dispatched), 0) as double) as dispatched,
        cast(coalesce(sum(completed), 0) as double) as completed,
        cast(coalesce(sum(on_time), 0) as double) as on_time
    from counted.order_counts
    where
        as_of = $as_of
        and raised_year between $first_year and $last_year
        and (cardinality($sectors) = 0 or array_contains($sectors, sector))
        and (cardinality($tiers) = 0 or array_contains($tiers, tier))
        and (cardinality($towns) = 0 or array_contains($towns, town))
),

stages as (
    select
        'raised' as stage,
        1 as position,
        raised as items
    from chosen
    union all
    select
        'dispatched' as stage,
        2 as position,
        dispatched as items
    from chosen
    union all
    select
        'completed' as stage,
        3 as position,
        completed as items
    from chosen
    union all
    select
        'on_time' as stage,
        4 as position,
        on_time as items
    from chosen
)

select
    s.stage,
    s.position,
    s.items,
    100 * s.items / nullif(c.raised, 0) as raised_pct
from stages as s
cross join chosen as c
order by s.position asc
