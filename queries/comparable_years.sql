-- Which indicators can be compared between counties, and in which years.
--
-- A county counts if it lies in the same city as the home area and has a figure for the year.
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
--   counties      INTEGER    个, that have a figure
--   has_home      BOOLEAN    the home area is among them

with

sisters as (
    select
        a.ref_area,
        a.is_home
    from areas as a
    inner join areas as home on a.parent = home.parent and home.is_home
    where a.level = 'county'
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    o.year,
    cast(count(*) as integer) as counties,
    max(case when s.is_home then 1 else 0 end) = 1 as has_home
from annual_observations as o
inner join sisters as s on o.ref_area = s.ref_area
inner join indicators as i on o.indicator = i.indicator
where
    o.obs_value is not null
    and o.scope is distinct from 'excluding_zones'
    and o.year between $first_year and $last_year
    and (cardinality($sectors) = 0 or array_contains($sectors, i.sector))
group by i.indicator, i.name_zh, i.name_en, o.year
having count(*) >= 2
order by counties desc, o.year desc, i.indicator asc
