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
--   projects             DOUBLE     个
--   municipal_projects   DOUBLE     个
--   total_investment     DOUBLE     亿元
--   municipal_investment DOUBLE     亿元
--   note                 VARCHAR    as the source words it

select
    time_period,
    year,
    quarter_of(time_period) as quarter,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts' and breakdown is null
    ) as projects,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts' and breakdown = 'municipal_list'
    ) as municipal_projects,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts_investment' and breakdown is null
    ) as total_investment,
    max(obs_value) filter (
        where indicator = 'quarterly_project_starts_investment' and breakdown = 'municipal_list'
    ) as municipal_investment,
    max(note) filter (
        where indicator = 'quarterly_project_starts' and breakdown is null
    ) as note
from observations_in_force
where
    counts
    and ref_area = $area
    and coverage = 'quarter'
    and indicator in ('quarterly_project_starts', 'quarterly_project_starts_investment')
    and year between $first_year and $last_year
    and obs_value is not null
group by time_period, year
order by time_period asc
