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

with

chosen as (
    select
        town,
        cast(sum(satisfaction_total) as double) as satisfaction_total,
        cast(sum(satisfied) as double) as satisfied,
        cast(sum(answers) as double) as answers,
        cast(sum(completed) as double) as completed
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
    c.satisfaction_total / nullif(c.answers, 0) as satisfaction,
    100 * c.satisfied / nullif(c.answers, 0) as satisfied_pct,
    coalesce(c.answers, 0) as answers,
    coalesce(c.completed, 0) as closed
from named as n
left join chosen as c on n.town = c.town
order by satisfaction desc nulls last, answers desc, n.town asc
