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
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   scope         VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   note          VARCHAR    as the source words it
--   source        VARCHAR    code
--   rank          BIGINT     第几位
--   ranked        BIGINT     个, counties that have a rank
--   gap_above     DOUBLE     in the indicator's unit, to the nearest better
--   gap_below     DOUBLE     in the indicator's unit, to the nearest worse

with

ranked as (
    select *
    from county_ranks([$indicator], home_area())
    where year = $year
),

steps as (
    select
        score,
        difference(lag(score) over (order by score desc), score) as gap_above,
        difference(score, lead(score) over (order by score desc)) as gap_below
    from (select distinct score from ranked) as scores
)

select
    a.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    a.tile_row,
    a.tile_column,
    cast($year as integer) as year,
    f.obs_value as value,
    f.time_period,
    f.obs_status,
    f.is_secondary,
    f.scope,
    f.note,
    f.source,
    r.rank,
    r.ranked,
    steps.gap_above,
    steps.gap_below
from areas as a
left join annual_observations as f
    on a.ref_area = f.ref_area and f.indicator = $indicator and f.year = $year
left join ranked as r on a.ref_area = r.ref_area
left join steps on r.score = steps.score
where array_contains(sisters_of(home_area()), a.ref_area)
order by r.rank asc nulls last, a.ref_area asc
