-- New urban jobs, people trained and start-up loans of one area, year by year.
--
-- new_urban_jobs_target is the year's published target. A year without any figure keeps its row.
--
-- Parameters
--   $area                 VARCHAR    code, as in data/areas.csv
--   $first_year           INTEGER
--   $last_year            INTEGER
--
-- Returns one row per year, earliest first
--   year                  INTEGER
--   new_urban_jobs        INTEGER    人
--   skills_trained        INTEGER    人
--   startup_loans         DOUBLE     万元
--   new_urban_jobs_target INTEGER    人

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
),

goals as (
    select
        time_period,
        target_value
    from targets
    where ref_area = $area and indicator = 'new_urban_jobs'
)

select
    cast(years.year as integer) as year,
    cast(annual.new_urban_jobs as integer) as new_urban_jobs,
    cast(annual.skills_trained as integer) as skills_trained,
    annual.startup_loans,
    cast(goals.target_value as integer) as new_urban_jobs_target
from range($first_year, $last_year + 1) as years (year)
left join annual on years.year = annual.year
left join goals on cast(years.year as string) = goals.time_period
order by years.year asc
