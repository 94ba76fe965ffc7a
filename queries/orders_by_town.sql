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

select
    n.town,
    coalesce(c.raised, 0) as raised,
    coalesce(c.completed, 0) as closed,
    c.closed_pct,
    c.on_time_pct,
    coalesce(c.overdue, 0) as overdue
from towns_named($as_of, $towns) as n
left join order_counts_by(
    'town', $as_of, $first_year, $last_year, $sectors, $tiers, $towns
) as c on n.town = c.code
order by raised desc, n.town asc
