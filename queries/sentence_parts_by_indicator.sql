-- What the report sentence says of each indicator of one area, in the order of a work report.
--
-- value is that of the latest year from $first_year to $last_year that has any: the whole year,
-- else the latest since January of that year (year to date). The previous figure covers the
-- same months of an earlier year. change, change_pct and is_broken follow
-- headlines_by_indicator; target, done_pct, elapsed_pct, pace_points, distance and state
-- progress_by_target; rank and ranked ranks_by_area. growth_pct is the published growth of the
-- same months, unless its scope is stated and another.
-- city_points = value - that of the area above, for growth and rates in per cent; of flows and
-- stocks = growth_pct - its published growth. Missing for a figure without the zones.
-- is_city_missing: it could be compared, and the area above has figures, but none for the period.
-- attention, by the first that holds; missing where nothing calls for it:
--   * missed, behind: the state of the focus year's target
--   * falling: the figure of the focus year is worse than that of the year before
--   * losing_rank: its rank is worse than in the year before among the same counties, and no
--     series of theirs breaks in this year
--
-- Parameters
--   $area             VARCHAR    code, as in data/areas.csv
--   $first_year       INTEGER
--   $last_year        INTEGER    the year in focus
--   $sectors          VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $indicators       VARCHAR[]  codes, as in data/indicators.csv; none: those of the overview
--
-- Returns one row per indicator, in the order of $indicators, else of headlines
--   indicator         VARCHAR    code
--   name_zh           VARCHAR
--   name_en           VARCHAR
--   area_zh           VARCHAR
--   area_en           VARCHAR
--   level_zh          VARCHAR    of a growth: the name of what grows
--   level_en          VARCHAR
--   unit_zh           VARCHAR
--   unit_en           VARCHAR
--   decimals          INTEGER    digits shown after the point
--   better            VARCHAR    higher, lower or neither
--   kind              VARCHAR    flow, stock, rate, growth or rank
--   value             DOUBLE     in the indicator's unit
--   year              INTEGER
--   time_period       VARCHAR    as published
--   coverage          VARCHAR    year, quarter, year_to_date, month or point
--   obs_status        VARCHAR    A normal, P provisional, E estimated
--   is_more_than      BOOLEAN    the source says 余, 多 or 以上: more than the value
--   scope             VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   target            DOUBLE     in the indicator's unit
--   done_pct          DOUBLE     per cent
--   elapsed_pct       DOUBLE     per cent of the year that the value covers
--   pace_points       DOUBLE     percentage points, ahead of the time elapsed
--   distance          DOUBLE     in the indicator's unit, positive is better
--   state             VARCHAR    achieved, on_pace, behind, missed, broken or not_reported
--   growth_pct        DOUBLE     per cent
--   previous_year     INTEGER
--   previous_period   VARCHAR    as published
--   previous_coverage VARCHAR    year, quarter, year_to_date, month or point
--   is_broken         BOOLEAN    a break or another scope lies between the two
--   change            DOUBLE     in the indicator's unit
--   change_pct        DOUBLE     per cent
--   city_points       DOUBLE     percentage points, above the city
--   is_city_missing   BOOLEAN
--   rank              BIGINT     第几位
--   ranked            BIGINT     个, counties that have a rank
--   is_tied           BOOLEAN    another county has the same rank
--   counties_in_city  BIGINT     个
--   previous_rank     BIGINT     第几位
--   attention         VARCHAR    missed, behind, falling or losing_rank

with

wanted as (
    select
        *,
        array_position($indicators, indicator) as place,
        kind in ('growth', 'rate') and unit_zh = '%' as is_in_per_cent
    from indicators
    where
        is_chosen(sector, $sectors)
        and (
            array_contains($indicators, indicator)
            or (array_length($indicators) = 0 and headline is not null)
        )
),

latest as (
    select *
    from period_changes
    where ref_area = $area and year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator
        order by year desc, months desc
    ) = 1
),

city as (
    select *
    from period_figures
    where ref_area = parent_of($area)
)

select
    i.indicator,
    i.name_zh,
    i.name_en,
    a.name_zh as area_zh,
    a.name_en as area_en,
    level.name_zh as level_zh,
    level.name_en as level_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    i.better,
    i.kind,
    l.obs_value as value,
    l.year,
    l.time_period,
    l.coverage,
    l.obs_status,
    coalesce(l.is_more_than, false) as is_more_than,
    l.scope,
    t.target,
    t.done_pct,
    l.elapsed_pct,
    t.pace_points,
    t.distance,
    t.state,
    g.growth_pct,
    l.previous_year,
    l.previous_period,
    l.previous_coverage,
    coalesce(l.is_broken, false) as is_broken,
    l.change,
    l.change_pct,
    case
        when is_without_zones(l.scope) then null
        when i.is_in_per_cent then difference(l.obs_value, c.obs_value)
        when i.kind in ('flow', 'stock') and not is_without_zones(g.scope)
            then difference(g.growth_pct, city_growth.growth_pct)
    end as city_points,
    (
        i.is_in_per_cent
        and l.obs_value is not null
        and not is_without_zones(l.scope)
        and c.obs_value is null
        and i.indicator in (select city.indicator from city)
    ) as is_city_missing,
    r.rank,
    r.ranked,
    coalesce(r.is_tied, false) as is_tied,
    nullif(array_length(sisters_of($area)), 0) as counties_in_city,
    r.previous_rank,
    case
        when l.year is null or l.year <> $last_year or i.better = 'neither' then null
        when t.state in ('missed', 'behind') then t.state
        when
            l.previous_year = l.year - 1
            and advantage(0, l.change, i.better) > 0
            then 'falling'
        when r.is_comparable and r.rank > r.previous_rank then 'losing_rank'
    end as attention
from wanted as i
inner join areas as a on a.ref_area = $area
left join indicators as level on i.growth_of = level.indicator
left join latest as l on i.indicator = l.indicator
left join target_progress as t
    on
        l.indicator = t.indicator
        and l.ref_area = t.ref_area
        and l.year = t.year
        and l.months = t.months
left join published_growths($area) as g
    on
        l.indicator = g.indicator
        and l.year = g.year
        and l.months = g.months
        and comparable(l.scope, g.scope)
left join city as c on l.indicator = c.indicator and l.year = c.year and l.months = c.months
left join published_growths(parent_of($area)) as city_growth
    on
        l.indicator = city_growth.indicator
        and l.year = city_growth.year
        and l.months = city_growth.months
left join county_ranks((select list(indicator) from wanted), $area) as r
    on l.indicator = r.indicator and r.ref_area = $area and l.year = r.year and l.months = 'all'
order by i.place asc, i.headline asc nulls last, i.indicator asc
