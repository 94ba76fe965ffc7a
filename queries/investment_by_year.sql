-- Key-project investment of one area, year by year, against its plan.
--
-- completed_pct = 100 * completed / planned. Missing when either is missing or the plan is
-- zero; the year keeps its row. What is published for a part of a year stands in columns of
-- its own, of the latest part whose investment is published, and only where the whole year's
-- is not: it is never shown as a year.
--
-- Parameters
--   $area                             VARCHAR    code, as in data/areas.csv
--   $first_year                       INTEGER
--   $last_year                        INTEGER
--
-- Returns one row per year, earliest first
--   year                              INTEGER
--   projects                          INTEGER    个
--   completed                         DOUBLE     亿元
--   planned                           DOUBLE     亿元
--   completed_pct                     DOUBLE     per cent
--   published_completed_pct           DOUBLE     per cent
--   fixed_asset_investment_growth_pct DOUBLE     per cent
--   completed_to_date                 DOUBLE     亿元
--   projects_to_date                  INTEGER    个
--   to_date_month                     INTEGER    the last month of the part

with

annual as (
    select
        year,
        max(obs_value) filter (where indicator = 'district_key_projects') as projects,
        max(obs_value) filter (
            where indicator = 'district_key_projects_investment'
        ) as completed,
        max(obs_value) filter (
            where indicator = 'district_key_projects_planned_investment'
        ) as planned,
        max(obs_value) filter (
            where indicator = 'district_key_projects_plan_completion_pct'
        ) as published_completed_pct,
        max(obs_value) filter (
            where indicator = 'fixed_asset_investment_growth_pct'
        ) as fixed_asset_investment_growth_pct
    from annual_observations
    where ref_area = $area
    group by year
),

parts as (
    select
        indicator,
        year,
        time_period,
        obs_value,
        row_number() over (
            partition by indicator, time_period
            order by case scope when 'excluding_zones' then 1 else 0 end asc
        ) as widest_first
    from observations_in_force
    where
        ref_area = $area
        and coverage = 'year_to_date'
        and breakdown is null
        and obs_value is not null
        and indicator in ('district_key_projects', 'district_key_projects_investment')
),

latest_part as (
    select
        completed.year,
        completed.obs_value as completed_to_date,
        projects.obs_value as projects_to_date,
        cast(substr(completed.time_period, 6, 2) as integer) as to_date_month,
        row_number() over (
            partition by completed.year order by completed.time_period desc
        ) as newest_first
    from parts as completed
    left join parts as projects
        on
            completed.time_period = projects.time_period
            and projects.indicator = 'district_key_projects'
            and projects.widest_first = 1
    where
        completed.indicator = 'district_key_projects_investment'
        and completed.widest_first = 1
)

select
    cast(years.year as integer) as year,
    cast(annual.projects as integer) as projects,
    annual.completed,
    annual.planned,
    100 * annual.completed / nullif(annual.planned, 0) as completed_pct,
    annual.published_completed_pct,
    annual.fixed_asset_investment_growth_pct,
    case when annual.completed is null then part.completed_to_date end as completed_to_date,
    cast(case when annual.completed is null then part.projects_to_date end as integer)
        as projects_to_date,
    case when annual.completed is null then part.to_date_month end as to_date_month
from range($first_year, $last_year + 1) as years (year)
left join annual on years.year = annual.year
left join latest_part as part on years.year = part.year and part.newest_first = 1
order by years.year asc
