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
    p.year,
    p.breakdown,
    b.name_zh,
    b.name_en,
    p.obs_value as value,
    p.note
from annual_parts as p
inner join breakdowns as b on p.breakdown = b.breakdown
where
    p.indicator = $indicator
    and p.ref_area = $area
    and p.year between $first_year and $last_year
order by p.year asc, p.obs_value desc nulls last, p.breakdown asc
