-- The parts of one indicator of one area, year by year.
--
-- Parts may overlap: nothing is summed. Where a year has both scopes, the whole jurisdiction
-- counts; of several points, the last.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per year and part, earliest year and largest part first
--   year          INTEGER
--   breakdown     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   value         DOUBLE     in the indicator's unit
--   note          VARCHAR    as the source words it

select
    o.year,
    o.breakdown,
    b.name_zh,
    b.name_en,
    o.obs_value as value,
    o.note
from observations_in_force as o
inner join breakdowns as b on o.breakdown = b.breakdown
where
    o.indicator = $indicator
    and o.ref_area = $area
    and o.coverage in ('year', 'point')
    and o.year between $first_year and $last_year
qualify
    row_number() over (
        partition by o.year, o.breakdown
        order by
            case o.scope when 'excluding_zones' then 1 else 0 end asc,
            o.coverage desc,
            o.time_period desc
    ) = 1
order by o.year asc, o.obs_value desc nulls last, o.breakdown asc
