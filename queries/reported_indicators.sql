-- The indicators of which one area has a figure, in the order of sectors.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per indicator, by sector, headlines first
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   figures       BIGINT     个

with

counted as (
    select
        indicator,
        count(*) as figures
    from observations_in_force
    where ref_area = $area and obs_value is not null
    group by indicator
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    c.figures
from counted as c
inner join indicators as i on c.indicator = i.indicator
inner join sectors as s on i.sector = s.sector
where is_chosen(i.sector, $sectors)
order by s.position asc, i.headline asc nulls last, i.indicator asc
