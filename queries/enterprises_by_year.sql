-- New market entities and new five-above enterprises of one area, beside the area above it.
--
-- share_of_city_pct = 100 * the area's / the figure of its parent area in the same year.
-- Missing when either is missing; the year keeps its row.
--
-- Parameters
--   $area                       VARCHAR    code, as in data/areas.csv
--   $first_year                 INTEGER
--   $last_year                  INTEGER
--
-- Returns one row per year, earliest first
--   year                        INTEGER
--   new_market_entities         DOUBLE     户
--   new_five_above_enterprises  DOUBLE     户
--   new_five_above_rank_in_city DOUBLE     位
--   city_new_market_entities    DOUBLE     户
--   share_of_city_pct           DOUBLE     per cent

with

own as (
    select
        year,
        max(obs_value) filter (where indicator = 'new_market_entities') as entities,
        max(obs_value) filter (where indicator = 'new_five_above_enterprises') as five_above,
        max(obs_value) filter (where indicator = 'new_five_above_rank_in_city') as place
    from annual_observations
    where ref_area = $area
    group by year
),

city as (
    select
        year,
        obs_value as entities
    from annual_observations
    where ref_area = parent_of($area) and indicator = 'new_market_entities'
)

select
    years.year,
    own.entities as new_market_entities,
    own.five_above as new_five_above_enterprises,
    own.place as new_five_above_rank_in_city,
    city.entities as city_new_market_entities,
    100 * own.entities / nullif(city.entities, 0) as share_of_city_pct
from years_from($first_year, $last_year) as years
left join own on years.year = own.year
left join city on years.year = city.year
order by years.year asc
