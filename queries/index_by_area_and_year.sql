-- One indicator in several areas as an index, so that areas of different size compare.
--
-- index_value = 100 * value / value of the base year, from published levels. Missing where the
-- base year has no figure above zero, across a break, and between stated, different scopes.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $base_year    INTEGER
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per area and year with a figure, the home area and then the nearest areas first
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   index_value   DOUBLE     base year = 100
--   note          VARCHAR    as the source words it

with

figures as (
    select
        *,
        coalesce(scope, 'unstated') as stated_scope
    from annual_observations
    where
        indicator = $indicator
        and array_contains($areas, ref_area)
        and obs_value is not null
),

year_breaks as (
    select
        ref_area,
        cast(substr(time_period, 1, 4) as integer) as year
    from breaks
    where indicator = $indicator
),

comparable as (
    select
        o.ref_area,
        o.year,
        base.obs_value as base_value
    from figures as o
    inner join figures as base on o.ref_area = base.ref_area and base.year = $base_year
    left join year_breaks as b
        on
            o.ref_area = b.ref_area
            and b.year > least(o.year, base.year)
            and b.year <= greatest(o.year, base.year)
    where
        b.ref_area is null
        and base.obs_value > 0
        and (
            o.stated_scope = base.stated_scope
            or o.stated_scope = 'unstated'
            or base.stated_scope = 'unstated'
        )
)

select
    o.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    o.year,
    o.obs_value as value,
    o.obs_status,
    100 * o.obs_value / c.base_value as index_value,
    o.note
from figures as o
inner join areas as a on o.ref_area = a.ref_area
left join comparable as c on o.ref_area = c.ref_area and o.year = c.year
where o.year between $first_year and $last_year
order by
    a.is_home desc,
    case a.level
        when 'county' then 1 when 'zone' then 2 when 'city' then 3 when 'province' then 4 else 5
    end asc,
    a.ref_area asc,
    o.year asc
