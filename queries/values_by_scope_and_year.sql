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
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   is_break      BOOLEAN
--   note          VARCHAR    as the source words it

with

latest as (
    select
        *,
        stated(scope) as stated_scope
    from observations_in_force
    where
        indicator = $indicator
        and ref_area = $area
        and tells_year(coverage)
        and breakdown is null
        and year between $first_year and $last_year
        and obs_value is not null
    qualify row_number() over (
        partition by stated(scope), year
        order by lateness(coverage, time_period) desc
    ) = 1
)

select
    l.stated_scope as scope,
    l.year,
    l.obs_value as value,
    l.obs_status,
    l.is_secondary,
    b.year is not null as is_break,
    l.note
from latest as l
left join year_breaks as b
    on l.indicator = b.indicator and l.ref_area = b.ref_area and l.year = b.year
order by breadth(l.scope) asc, l.year asc
