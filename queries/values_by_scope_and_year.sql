-- The annual figures of one indicator of one area, each scope a series of its own.
--
-- The whole jurisdiction and the district without its zones are never joined. Of several
-- points in a year, the last counts. is_break: a break in the series starts with this year,
-- so that it is not to be joined to the years before. Only years with a figure have a row.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per scope and year, the whole jurisdiction first
--   scope         VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   is_break      BOOLEAN
--   note          VARCHAR    as the source words it

with

latest as (
    select
        coalesce(scope, 'unstated') as scope,
        year,
        obs_value,
        obs_status,
        note
    from observations_in_force
    where
        indicator = $indicator
        and ref_area = $area
        and coverage in ('year', 'point')
        and breakdown is null
        and year between $first_year and $last_year
        and obs_value is not null
    qualify row_number() over (
        partition by coalesce(scope, 'unstated'), year order by coverage desc, time_period desc
    ) = 1
),

year_breaks as (
    select distinct cast(substr(time_period, 1, 4) as integer) as year
    from breaks
    where indicator = $indicator and ref_area = $area
)

select
    l.scope,
    l.year,
    l.obs_value as value,
    l.obs_status,
    b.year is not null as is_break,
    l.note
from latest as l
left join year_breaks as b on l.year = b.year
order by
    case l.scope when 'whole_jurisdiction' then 1 when 'unstated' then 2 else 3 end asc,
    l.year asc
