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
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   index_value   DOUBLE     base year = 100
--   note          VARCHAR    as the source words it

with

figures as (
    select *
    from period_figures
    where indicator = $indicator and months = 'all' and array_contains($areas, ref_area)
)

select
    f.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    f.year,
    f.obs_value as value,
    f.obs_status,
    f.is_secondary,
    100 * f.obs_value / base.obs_value as index_value,
    f.note
from figures as f
inner join areas as a on f.ref_area = a.ref_area
left join figures as base
    on
        f.ref_area = base.ref_area
        and base.year = $base_year
        and base.obs_value > 0
        and f.era = base.era
        and comparable(f.scope, base.scope)
where f.year between $first_year and $last_year
order by
    nearness(a.is_home, a.level) asc,
    f.ref_area asc,
    f.year asc
