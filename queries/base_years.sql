-- The years on which an index of one indicator can be based, so that areas compare.
--
-- An area counts if it has a figure above zero in the year and in another year of the range,
-- with no break between the two and no two stated, different scopes.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per year that two areas or more can share, the home area's and the widest first
--   year          INTEGER
--   areas         BIGINT     个, that have an index on this year

with

figures as (
    select *
    from period_figures
    where
        indicator = $indicator
        and months = 'all'
        and array_contains($areas, ref_area)
        and year between $first_year and $last_year
        and obs_value > 0
),

based as (
    select distinct
        base.ref_area,
        base.year
    from figures as base
    inner join figures as other
        on
            base.ref_area = other.ref_area
            and base.year <> other.year
            and base.era = other.era
            and comparable(base.scope, other.scope)
)

select
    b.year,
    count(*) as areas
from based as b
inner join areas as a on b.ref_area = a.ref_area
group by b.year
having count(*) >= 2
order by max(case when a.is_home then 1 else 0 end) desc, areas desc, b.year asc
