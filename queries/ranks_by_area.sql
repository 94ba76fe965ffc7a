-- One indicator in one year in the counties of the home area's city: rank, and gaps to the next.
--
-- rank = 1 + the number of counties that do better; ties share a rank. Where lower is better the
-- lowest is first, else the highest. A county without a figure, or whose figure leaves out the
-- zones, keeps its row without a rank and is never last. gap_above = the distance to the nearest
-- better figure, gap_below = that to the nearest worse one.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $year         INTEGER
--
-- Returns one row per county, best first, those without a rank at the end by code
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   tile_row      INTEGER    place in the tile map
--   tile_column   INTEGER    place in the tile map
--   year          INTEGER
--   value         DOUBLE     in the indicator's unit
--   time_period   VARCHAR    as published
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   scope         VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   note          VARCHAR    as the source words it
--   source        VARCHAR    code
--   rank          INTEGER    第几位
--   ranked        INTEGER    个, counties that have a rank
--   gap_above     DOUBLE     in the indicator's unit, to the nearest better
--   gap_below     DOUBLE     in the indicator's unit, to the nearest worse

with

sisters as (
    select
        a.ref_area,
        a.name_zh,
        a.name_en,
        a.is_home,
        a.tile_row,
        a.tile_column
    from areas as a
    inner join areas as home on a.parent = home.parent and home.is_home
    where a.level = 'county'
),

figures as (
    select
        o.ref_area,
        o.obs_value as value,
        o.time_period,
        o.obs_status,
        o.scope,
        o.note,
        o.source,
        case
            when o.scope = 'excluding_zones' then null
            when i.better = 'lower' then -o.obs_value
            else o.obs_value
        end as score
    from annual_observations as o
    inner join sisters as s on o.ref_area = s.ref_area
    inner join indicators as i on o.indicator = i.indicator
    where o.indicator = $indicator and o.year = $year
),

ranked as (
    select
        ref_area,
        score,
        cast(rank() over (order by score desc) as integer) as rank,
        cast(count(*) over () as integer) as ranked
    from figures
    where score is not null
),

steps as (
    select
        score,
        lag(score) over (order by score desc) - score as gap_above,
        score - lead(score) over (order by score desc) as gap_below
    from (select distinct score from ranked) as scores
)

select
    s.ref_area,
    s.name_zh,
    s.name_en,
    s.is_home,
    s.tile_row,
    s.tile_column,
    cast($year as integer) as year,
    f.value,
    f.time_period,
    f.obs_status,
    f.scope,
    f.note,
    f.source,
    r.rank,
    r.ranked,
    steps.gap_above,
    steps.gap_below
from sisters as s
left join figures as f on s.ref_area = f.ref_area
left join ranked as r on s.ref_area = r.ref_area
left join steps on r.score = steps.score
order by r.rank asc nulls last, s.ref_area asc
