-- Which indicators can be compared between counties, and in which years.
--
-- A county counts if it lies in the same city as the home area and has a rank for the year.
--
-- Parameters
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per indicator and year with at least two counties, most counties first
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   year          INTEGER
--   counties      BIGINT     个, that have a figure

with

chosen as (
    select *
    from indicators
    where is_chosen(sector, $sectors)
),

counted as (
    select distinct
        indicator,
        year,
        ranked
    from county_ranks((select list(indicator) from chosen), home_area())
    where ranked >= 2 and year between $first_year and $last_year
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    c.year,
    c.ranked as counties
from counted as c
inner join indicators as i on c.indicator = i.indicator
order by counties desc, c.year desc, i.indicator asc
