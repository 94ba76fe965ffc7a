-- Afforested area of one area in 万亩 and hectares, and as a share of its land.
--
-- 15 亩 are exactly 1 hectare: afforested_hectares = 10000 * afforested / 15. 1 km² is 100
-- hectares: share_of_land_pct = afforested_hectares / land in km², the area's latest, whatever
-- year it was published for, since land does not change with the year. Missing where either is
-- missing. is_secondary is of the afforested area.
--
-- Parameters
--   $area               VARCHAR    code, as in data/areas.csv
--   $first_year         INTEGER
--   $last_year          INTEGER
--
-- Returns one row per year, earliest first
--   year                INTEGER
--   afforested          DOUBLE     万亩
--   afforested_hectares DOUBLE     hectares
--   share_of_land_pct   DOUBLE     per cent
--   forest_coverage_pct DOUBLE     per cent
--   is_secondary        BOOLEAN    from a copy: a database or an encyclopaedia

with

annual as (
    select
        year,
        max(obs_value) filter (where indicator = 'afforestation_area') as afforested,
        max(obs_value) filter (where indicator = 'forest_coverage_pct') as forest_coverage_pct,
        count(*) filter (where is_secondary and indicator = 'afforestation_area') > 0
            as is_secondary
    from annual_observations
    where ref_area = $area
    group by year
),

land as (
    select
        obs_value as square_kilometres,
        row_number() over (order by year desc) as newest_first
    from annual_observations
    where ref_area = $area and indicator = 'land_area' and obs_value is not null
)

select
    years.year,
    annual.afforested,
    annual.afforested * 10000 / 15 as afforested_hectares,
    100 * (annual.afforested * 10000 / 15) / nullif(land.square_kilometres * 100, 0)
        as share_of_land_pct,
    annual.forest_coverage_pct,
    annual.is_secondary
from years_from($first_year, $last_year) as years
left join annual on years.year = annual.year
left join land on land.newest_first = 1
order by years.year asc
