-- The documents that the figures and targets of some indicators and areas come from.
--
-- Parameters
--   $indicators   VARCHAR[]  codes, as in data/indicators.csv
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per source: that of the latest figure first, of one period the home
-- area's, then the newest publication; figures before targets, for a plan is older than what
-- became of it
--   source        VARCHAR    code
--   title         VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   url           VARCHAR
--   source_kind   VARCHAR    official, newspaper, encyclopaedia or other
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   figures       BIGINT     个
--   last_period   VARCHAR    the latest period that its figures describe
--   last_coverage VARCHAR    what that period covers: year, quarter, year_to_date, month, point

with

used as (
    select
        source,
        indicator,
        ref_area,
        time_period,
        coverage,
        year,
        false as is_target
    from observations_in_force
    where obs_value is not null
    union all
    select
        source,
        indicator,
        ref_area,
        time_period,
        'year' as coverage,
        year_of(time_period) as year,
        true as is_target
    from targets
),

wanted as (
    select
        u.source,
        u.time_period,
        u.coverage,
        u.is_target,
        a.is_home,
        row_number() over (
            partition by u.source
            order by
                last_month(u.time_period) desc,
                u.is_target asc,
                a.is_home desc,
                u.coverage asc,
                u.time_period asc
        ) as latest_first,
        count(*) over (partition by u.source) as figures
    from used as u
    inner join areas as a on u.ref_area = a.ref_area
    where
        array_contains($indicators, u.indicator)
        and array_contains($areas, u.ref_area)
        and u.year between $first_year and $last_year
)

select
    d.source,
    d.source_title as title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on,
    d.url,
    d.source_kind,
    d.is_secondary,
    w.figures,
    w.time_period as last_period,
    w.coverage as last_coverage
from wanted as w
inner join documents as d on w.source = d.source
where w.latest_first = 1
order by
    last_month(w.time_period) desc,
    w.is_target asc,
    w.is_home desc,
    d.published_on desc nulls last,
    d.source asc
