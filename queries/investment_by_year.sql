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
--   projects                          DOUBLE     个
--   completed                         DOUBLE     亿元
--   planned                           DOUBLE     亿元
--   completed_pct                     DOUBLE     per cent
--   published_completed_pct           DOUBLE     per cent
--   completed_to_date                 DOUBLE     亿元
--   to_date_month                     INTEGER    the last month of the part
--   is_secondary                      BOOLEAN    from a copy: a database or an encyclopaedia

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
        count(*) filter (
            where is_secondary and starts_with(indicator, 'district_key_projects')
        ) > 0 as is_secondary
    from annual_observations
    where ref_area = $area
    group by year
),

latest_part as (
    select
        year,
        obs_value as completed_to_date,
        month_of(time_period) as to_date_month,
        is_secondary
    from period_figures
    where
        ref_area = $area
        and indicator = 'district_key_projects_investment'
        and months <> 'all'
    qualify row_number() over (
        partition by year
        order by months desc
    ) = 1
)

select
    years.year,
    annual.projects,
    annual.completed,
    annual.planned,
    100 * annual.completed / nullif(annual.planned, 0) as completed_pct,
    annual.published_completed_pct,
    part.completed_to_date,
    part.to_date_month,
    coalesce(part.is_secondary, annual.is_secondary) as is_secondary
from years_from($first_year, $last_year) as years
left join annual on years.year = annual.year
left join latest_part as part on years.year = part.year and annual.completed is null
order by years.year asc
