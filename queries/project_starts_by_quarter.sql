-- Projects begun in the quarters' joint starts, and their total investment.
--
-- Only quarters with a published figure have a row: the starts are announcements, not a
-- series. A municipal figure is part of the quarter's, never to be added to it. Where a
-- quarter has both scopes, the whole jurisdiction counts.
--
-- Parameters
--   $area                VARCHAR    code, as in data/areas.csv
--   $first_year          INTEGER
--   $last_year           INTEGER
--
-- Returns one row per quarter (2021-Q3), earliest first
--   time_period          VARCHAR    as published
--   year                 INTEGER
--   quarter              INTEGER    1 to 4
--   projects             INTEGER    个
--   municipal_projects   INTEGER    个
--   total_investment     DOUBLE     亿元
--   municipal_investment DOUBLE     亿元
--   note                 VARCHAR    as the source words it

with

starts as (
    select
        indicator,
        breakdown,
        time_period,
        year,
        obs_value,
        note
    from observations_in_force
    where
        ref_area = $area
        and coverage = 'quarter'
        and indicator in ('quarterly_project_starts', 'quarterly_project_starts_investment')
        and year between $first_year and $last_year
        and obs_value is not null
    qualify row_number() over (
        partition by indicator, breakdown, time_period
        order by case scope when 'excluding_zones' then 1 else 0 end asc
    ) = 1
)

select
    time_period,
    year,
    cast(substr(time_period, 7, 1) as integer) as quarter,
    cast(max(obs_value) filter (
        where indicator = 'quarterly_project_starts' and breakdown is null
    ) as integer) as projects,
    cast(max(obs_value) filter (
        where indicator = 'quarterly_project_starts' and breakdown = 'municipal_list'
    ) as integer) as municipal_projects,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts_investment' and breakdown is null
    ) as total_investment,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts_investment' and breakdown = 'municipal_list'
    ) as municipal_investment,
    max(note) filter (
        where indicator = 'quarterly_project_starts' and breakdown is null
    ) as note
from starts
group by time_period, year
order by time_period asc
