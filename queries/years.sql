-- The span of years in which an area has figures.
--
-- A year that has not begun is none of them: one mistyped year would move what every reader sees
-- first.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $this_year    INTEGER
--
-- Returns one row, missing where the area has no figure
--   first_year    INTEGER
--   last_year     INTEGER

select
    min(year) as first_year,
    max(year) as last_year
from observations_in_force
where ref_area = $area and obs_value is not null and year <= $this_year
