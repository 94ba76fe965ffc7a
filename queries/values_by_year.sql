-- The annual figures of some indicators of one area; a year without a figure keeps its row.
--
-- is_break: a break in the series starts with this year, so that it is not to be joined to
-- the years before. Of a break in the course of a year, the year counts; of two in
-- a year, the last gives the reason.
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
--   scope           VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   note            VARCHAR    as the source words it
--   is_break        BOOLEAN
--   break_reason_zh VARCHAR
--   break_reason_en VARCHAR
--   target          DOUBLE     in the indicator's unit
--   source          VARCHAR    code

with

year_breaks as (
    select
        indicator,
        cast(substr(time_period, 1, 4) as integer) as year,
        reason_zh,
        reason_en
    from breaks
    where ref_area = $area
    qualify row_number() over (
        partition by indicator, substr(time_period, 1, 4) order by time_period desc
    ) = 1
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    cast(years.year as integer) as year,
    o.obs_value as value,
    o.time_period,
    o.obs_status,
    o.scope,
    o.note,
    b.year is not null as is_break,
    b.reason_zh as break_reason_zh,
    b.reason_en as break_reason_en,
    t.target_value as target,
    o.source
from indicators as i
cross join range($first_year, $last_year + 1) as years (year)
left join annual_observations as o
    on i.indicator = o.indicator and o.ref_area = $area and years.year = o.year
left join year_breaks as b on i.indicator = b.indicator and years.year = b.year
left join targets as t
    on
        i.indicator = t.indicator
        and t.ref_area = $area
        and t.time_period = cast(years.year as string)
where array_contains($indicators, i.indicator)
order by i.headline asc nulls last, i.indicator asc, years.year asc
