-- The orders of the ledger town by town; a town without any order keeps its row.
--
-- closed_pct = 100 * completed / raised. on_time_pct = 100 * completed by the due date /
-- completed that had one. An open order is neither on time nor late; it is overdue if its due
-- date lies before the day of reference, and not yet on the day itself.
--
-- Parameters
--   $first_year   INTEGER    year in which an order was raised
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $tiers        VARCHAR[]  codes of the dimension tier in data/breakdowns.csv; none: all
--   $towns        VARCHAR[]  as in the ledger; none: all
--   $as_of        DATE       day of reference, at its end
--
-- Returns one row per chosen town that the ledger names, most orders first
--   town          VARCHAR
--   raised        DOUBLE     项
--   closed        DOUBLE     项
--   closed_pct    DOUBLE     per cent of the orders raised
--   on_time_pct   DOUBLE     per cent of the completed orders that had a due date
--   overdue       DOUBLE     项, open and past their due date

with

chosen as (
    select
        town,
        cast(sum(raised) as double) as raised,
        cast(sum(completed) as double) as completed,
        cast(sum(completed_with_due_date) as double) as completed_with_due_date,
        cast(sum(on_time) as double) as on_time,
        cast(sum(overdue) as double) as overdue
    from counted.order_counts
    where
        as_of = $as_of
        and raised_year between $first_year and $last_year
        and (cardinality($sectors) = 0 or array_contains($sectors, sector))
        and (cardinality($tiers) = 0 or array_contains($tiers, tier))
        and (cardinality($towns) = 0 or array_contains($towns, town))
    group by town
),

named as (
    select distinct town
    from counted.order_counts
    where as_of = $as_of and (cardinality($towns) = 0 or array_contains($towns, town))
)

select
    n.town,
    coalesce(c.raised, 0) as raised,
    coalesce(c.completed, 0) as closed,
    100 * c.completed / nullif(c.raised, 0) as closed_pct,
    100 * c.on_time / nullif(c.completed_with_due_date, 0) as on_time_pct,
    coalesce(c.overdue, 0) as overdue
from named as n
left join chosen as c on n.town = c.town
order by raised desc, n.town asc
