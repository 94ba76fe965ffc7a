-- The annual figures of one indicator in several areas. Only years with a figure have a row.
--
-- is_break: a break in the area's series starts with this year, so that it is not to be
-- joined to the years before. Of a break in the course of a year, the year counts.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per area and year, the home area and then the nearest areas first
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   estimate      VARCHAR    more_than, forecast, projected or about
--   quoted        VARCHAR    more than so many, in the words of the source
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   scope         VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   is_break      BOOLEAN
--   note          VARCHAR    as the source words it

select
    a.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    o.year,
    o.obs_value as value,
    o.obs_status,
    estimate_of(o.obs_status, o.note) as estimate,
    quoted(o.obs_status, o.note) as quoted,
    o.is_secondary,
    o.scope,
    b.year is not null as is_break,
    o.note
from annual_observations as o
inner join areas as a on o.ref_area = a.ref_area
left join year_breaks as b
    on o.indicator = b.indicator and o.ref_area = b.ref_area and o.year = b.year
where
    o.indicator = $indicator
    and array_contains($areas, o.ref_area)
    and o.year between $first_year and $last_year
    and o.obs_value is not null
order by
    nearness(a.is_home, a.level) asc,
    a.ref_area asc,
    o.year asc
