-- The annual figures of some indicators of one area; a year without a figure keeps its row.
--
-- is_break: a break in the series starts with this year, so that it is not to be joined to
-- the years before. Of a break in the course of a year, the year counts.
--
-- Parameters
--   $area           VARCHAR    code, as in data/areas.csv
--   $indicators     VARCHAR[]  codes, as in data/indicators.csv
--   $first_year     INTEGER
--   $last_year      INTEGER
--
-- Returns one row per indicator and year, in the order of headlines, earliest year first
--   indicator       VARCHAR    code
--   name_zh         VARCHAR
--   name_en         VARCHAR
--   year            INTEGER
--   value           DOUBLE     in the indicator's unit
--   time_period     VARCHAR    as published
--   obs_status      VARCHAR    A normal, P provisional, E estimated
--   estimate        VARCHAR    more_than, forecast, projected or about
--   quoted          VARCHAR    more than so many, in the words of the source
--   is_secondary    BOOLEAN    from a copy: a database or an encyclopaedia
--   scope           VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   note            VARCHAR    as the source words it
--   is_break        BOOLEAN
--   target          DOUBLE     in the indicator's unit
--   source          VARCHAR    code

select
    i.indicator,
    i.name_zh,
    i.name_en,
    years.year,
    o.obs_value as value,
    o.time_period,
    o.obs_status,
    estimate_of(o.obs_status, o.note) as estimate,
    quoted(o.obs_status, o.note) as quoted,
    o.is_secondary,
    o.scope,
    o.note,
    b.year is not null as is_break,
    t.target_value as target,
    o.source
from indicators as i
cross join years_from($first_year, $last_year) as years
left join annual_observations as o
    on i.indicator = o.indicator and o.ref_area = $area and years.year = o.year
left join year_breaks as b
    on i.indicator = b.indicator and b.ref_area = $area and years.year = b.year
left join targets as t
    on
        i.indicator = t.indicator
        and t.ref_area = $area
        and years.year = year_of(t.time_period)
where array_contains($indicators, i.indicator)
order by i.headline asc nulls last, i.indicator asc, years.year asc
