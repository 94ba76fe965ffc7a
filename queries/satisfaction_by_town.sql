-- How satisfied people are with what was completed for them, town by town.
--
-- satisfaction = the mean of the answers, 1 to 5; satisfied_pct = 100 * answers of 4 or 5 /
-- answers. An order without an answer counts in neither, and both are missing without answers.
-- Only completed orders are asked about.
--
-- Parameters
--   $first_year   INTEGER    year in which an order was raised
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $tiers        VARCHAR[]  codes of the dimension tier in data/breakdowns.csv; none: all
--   $towns        VARCHAR[]  as in the ledger; none: all
--   $as_of        DATE       day of reference, at its end
--
-- Returns one row per chosen town that the ledger names, most satisfied first, without answers last
--   town          VARCHAR
--   satisfaction  DOUBLE     1 to 5
--   satisfied_pct DOUBLE     per cent of the answers
--   answers       DOUBLE     份
--   closed        DOUBLE     项

select
    n.town,
    c.satisfaction,
    c.satisfied_pct,
    coalesce(c.answers, 0) as answers,
    coalesce(c.completed, 0) as closed
from towns_named($as_of, $towns) as n
left join order_counts_by(
    'town', $as_of, $first_year, $last_year, $sectors, $tiers, $towns
) as c on n.town = c.code
order by c.satisfaction desc nulls last, answers desc, n.town asc
