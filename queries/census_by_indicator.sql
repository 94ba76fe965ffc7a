-- What the latest census found in the home area, among the counties of its city.
--
-- Census indicators are those whose code begins with census_; of each the latest year of the range
-- counts. rank follows ranks_by_area. least and most are the lowest and the highest figure among
-- the counties.
--
-- Parameters
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per indicator that the home area has a figure of, in the order of the data
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   unit_zh       VARCHAR
--   unit_en       VARCHAR
--   decimals      INTEGER    digits shown after the point
--   better        VARCHAR    higher, lower or neither
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   rank          BIGINT     第几位
--   ranked        BIGINT     个, counties that have a rank
--   least         DOUBLE     in the indicator's unit
--   least_zh      VARCHAR
--   least_en      VARCHAR
--   most          DOUBLE     in the indicator's unit
--   most_zh       VARCHAR
--   most_en       VARCHAR
--   source        VARCHAR    code
--   source_title  VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   url           VARCHAR
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia

with

figures as (
    select
        f.indicator,
        f.ref_area,
        f.year,
        f.obs_value,
        f.source,
        f.is_secondary,
        a.name_zh,
        a.name_en
    from annual_observations as f
    inner join areas as a on f.ref_area = a.ref_area
    where
        starts_with(f.indicator, 'census_')
        and array_contains(sisters_of(home_area()), f.ref_area)
        and f.obs_value is not null
        and f.year between $first_year and $last_year
),

latest as (
    select *
    from figures
    where ref_area = home_area()
    qualify row_number() over (
        partition by indicator
        order by year desc
    ) = 1
),

lowest as (
    select *
    from figures
    qualify row_number() over (
        partition by indicator, year
        order by obs_value asc, ref_area asc
    ) = 1
),

highest as (
    select *
    from figures
    qualify row_number() over (
        partition by indicator, year
        order by obs_value desc, ref_area asc
    ) = 1
),

ranked as (
    select *
    from county_ranks((select list(indicator) from latest), home_area())
)

select
    l.indicator,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    i.better,
    l.year,
    l.obs_value as value,
    r.rank,
    r.ranked,
    lowest.obs_value as least,
    lowest.name_zh as least_zh,
    lowest.name_en as least_en,
    highest.obs_value as most,
    highest.name_zh as most_zh,
    highest.name_en as most_en,
    l.source,
    s.title as source_title,
    s.publisher as publisher_zh,
    coalesce(s.publisher_en, s.publisher) as publisher_en,
    s.published_on,
    s.url,
    l.is_secondary
from latest as l
inner join indicators as i on l.indicator = i.indicator
inner join sources as s on l.source = s.source
inner join lowest on l.indicator = lowest.indicator and l.year = lowest.year
inner join highest on l.indicator = highest.indicator and l.year = highest.year
left join ranked as r
    on l.indicator = r.indicator and l.year = r.year and l.ref_area = r.ref_area
where is_chosen(i.sector, $sectors)
order by i.line asc, l.indicator asc
