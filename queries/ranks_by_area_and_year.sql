-- The places of the counties of the home area's city in one indicator, year by year.
--
-- Rank as in ranks_by_area. Only years in which every county has a place: one among some of them
-- is none. is_break: the places are not to be joined to those of the year before, because that
-- year is missing or a county's series breaks between the two.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per county and year, the home area first
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   source        VARCHAR    code
--   rank          BIGINT     第几位
--   ranked        BIGINT     个, counties that have a rank
--   is_break      BOOLEAN

select
    r.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    r.year,
    f.obs_value as value,
    f.is_secondary,
    f.source,
    r.rank,
    r.ranked,
    not r.is_comparable as is_break
from county_ranks([$indicator], home_area()) as r
inner join areas as a on r.ref_area = a.ref_area
inner join annual_observations as f
    on r.ref_area = f.ref_area and f.indicator = $indicator and r.year = f.year
where r.is_of_all and r.year between $first_year and $last_year
order by a.is_home desc, r.ref_area asc, r.year asc
