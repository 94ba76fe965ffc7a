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
--   areas         INTEGER    个, that have an index on this year
--   has_home      BOOLEAN    the home area is among them

with

figures as (
    select
        ref_area,
        year,
        obs_value,
        coalesce(scope, 'unstated') as scope
    from annual_observations
    where
        indicator = $indicator
        and array_contains($areas, ref_area)
        and year between $first_year and $last_year
        and obs_value > 0
),

year_breaks as (
    select
        ref_area,
        cast(substr(time_period, 1, 4) as integer) as year
    from breaks
    where indicator = $indicator
),

pairs as (
    select
        base.ref_area,
        base.year,
        other.year as other_year
    from figures as base
    inner join figures as other on base.ref_area = other.ref_area and base.year <> other.year
    left join year_breaks as b
        on
            base.ref_area = b.ref_area
            and b.year > least(base.year, other.year)
            and b.year <= greatest(base.year, other.year)
    where
        b.ref_area is null
        and (base.scope = other.scope or base.scope = 'unstated' or other.scope = 'unstated')
),

based as (
    select distinct
        ref_area,
        year
    from pairs
)

select
    b.year,
    cast(count(*) as integer) as areas,
    max(case when a.is_home then 1 else 0 end) = 1 as has_home
from based as b
inner join areas as a on b.ref_area = a.ref_area
group by b.year
having count(*) >= 2
order by has_home desc, areas desc, b.year asc
