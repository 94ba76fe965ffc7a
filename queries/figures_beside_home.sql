-- The figures of one county, each beside the home area's of the same year.
--
-- Of each indicator the latest year of the range in which both have a figure, else the latest one
-- of the county alone. rank and home_rank follow ranks_by_area: among those with a figure.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per indicator that the county has a figure of, sectors in their order
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   unit_zh       VARCHAR
--   unit_en       VARCHAR
--   decimals      INTEGER    digits shown after the point
--   area_zh       VARCHAR
--   area_en       VARCHAR
--   home_zh       VARCHAR
--   home_en       VARCHAR
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   home_value    DOUBLE     in the indicator's unit
--   is_home_copy  BOOLEAN    from a copy: a database or an encyclopaedia
--   rank          BIGINT     第几位
--   home_rank     BIGINT     第几位
--   ranked        BIGINT     个, counties that have a rank

with

latest as (
    select
        f.*,
        h.obs_value as home_value,
        h.is_secondary as is_home_copy
    from annual_observations as f
    left join annual_observations as h
        on
            f.indicator = h.indicator
            and f.year = h.year
            and h.ref_area = home_area()
            and h.obs_value is not null
    where
        f.ref_area = $area
        and f.obs_value is not null
        and f.year between $first_year and $last_year
    qualify row_number() over (
        partition by f.indicator
        order by h.obs_value is null asc, f.year desc
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
    a.name_zh as area_zh,
    a.name_en as area_en,
    h.name_zh as home_zh,
    h.name_en as home_en,
    l.year,
    l.obs_value as value,
    l.is_secondary,
    l.home_value,
    l.is_home_copy,
    r.rank,
    of_home.rank as home_rank,
    coalesce(r.ranked, of_home.ranked) as ranked
from latest as l
inner join indicators as i on l.indicator = i.indicator
inner join sectors as s on i.sector = s.sector
inner join areas as a on l.ref_area = a.ref_area
inner join areas as h on h.ref_area = home_area()
left join ranked as r
    on l.indicator = r.indicator and l.year = r.year and l.ref_area = r.ref_area
left join ranked as of_home
    on l.indicator = of_home.indicator and l.year = of_home.year and of_home.ref_area = home_area()
where is_chosen(i.sector, $sectors)
order by s.position asc, i.line asc, l.indicator asc
