-- Which indicators can be compared between counties, and in which years.
--
-- A county counts if it lies in the same city as the home area and has a rank for the year.
-- Of an indicator those years come first in which the home area has one, and at least half of
-- the counties have: there is something to say of the home area among them.
--
-- Parameters
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per indicator and year with at least two counties: GDP first, as in a bulletin,
-- and of an indicator the latest of the years that come first
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
    select
        indicator,
        year,
        ranked,
        max(case when ref_area = home_area() then 1 else 0 end) as with_home
    from county_ranks((select list(indicator) from chosen), home_area())
    where ranked >= 2 and year between $first_year and $last_year
    group by indicator, year, ranked
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    c.year,
    c.ranked as counties
from counted as c
inner join indicators as i on c.indicator = i.indicator
order by
    report_place(i.indicator, i.sector) asc,
    i.line asc,
    case
        when c.with_home = 1 and 2 * c.ranked >= array_length(sisters_of(home_area())) then 1
        else 2
    end asc,
    c.year desc,
    i.indicator asc
