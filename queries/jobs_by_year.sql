-- New urban jobs, people trained and start-up loans of one area, year by year.
--
-- A year without any figure keeps its row.
--
-- Parameters
--   $area                 VARCHAR    code, as in data/areas.csv
--   $first_year           INTEGER
--   $last_year            INTEGER
--
-- Returns one row per year, earliest first
--   year                  INTEGER
--   new_urban_jobs        DOUBLE     人
--   skills_trained        DOUBLE     人
--   startup_loans         DOUBLE     万元

with

annual as (
    select
        year,
        max(obs_value) filter (where indicator = 'new_urban_jobs') as new_urban_jobs,
        max(obs_value) filter (where indicator = 'skills_trained') as skills_trained,
        max(obs_value) filter (where indicator = 'startup_loans') as startup_loans
    from annual_observations
    where ref_area = $area
    group by year
)

select
    years.year,
    annual.new_urban_jobs,
    annual.skills_trained,
    annual.startup_loans
from years_from($first_year, $last_year) as years
left join annual on years.year = annual.year
order by years.year asc
