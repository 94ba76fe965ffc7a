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

reached as (
    select
        s.stage,
        s.position,
        case s.stage
            when 'raised' then c.raised
            when 'dispatched' then c.dispatched
            when 'completed' then c.completed
            else c.on_time
        end as items,
        c.raised
    from (
        values ('raised', 1), ('dispatched', 2), ('completed', 3), ('on_time', 4)
    ) as s (stage, position)
    left join order_counts_by(
        'all', $as_of, $first_year, $last_year, $sectors, $tiers, $towns
    ) as c on true
)

select
    stage,
    position,
    coalesce(items, 0) as items,
    100 * items / nullif(raised, 0) as raised_pct
from reached
order by position asc
