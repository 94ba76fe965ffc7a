-- Each target against what was reached: done, pace against the time elapsed, distance, state.
--
-- The value is that of the target's own year, whole, else the latest since January of that year
-- (year to date). Where a year has both scopes the whole jurisdiction counts.
-- done_pct = 100 * value / target, for flows and stocks. elapsed_pct = 100 * months that the
-- value covers / 12. pace_points = done_pct - elapsed_pct, for flows: positive is ahead
-- (超进度), negative behind (慢于进度). distance = value - target, for growth, rates and ranks,
-- turned round where lower is better, so that positive is always better.
-- Where the home area's document prints the share of a plan or a budget, done_pct, pace_points and
-- state are those of the share, as the report sentence has them.
-- Nothing is derived for a year in the course of which the series breaks.
-- State, by the first that holds:
--   * not_reported: no value for the target's year
--   * broken: the series breaks in that year
--   * achieved: the target is reached, one of “about” by what rounds to it, whether the year is
--     over or not (where lower is better: not exceeded when the year is over)
--   * missed: the year is over and the target is not reached
--   * on_pace: a part of the year, pace_points >= 0 (lower is better: <= 0) or distance >= 0
--   * behind: a part of the year, otherwise
--
-- Parameters
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per target, home area first, then the latest year and by indicator
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   area_zh       VARCHAR
--   area_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   sector        VARCHAR    code
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   unit_zh       VARCHAR
--   unit_en       VARCHAR
--   decimals      INTEGER    digits shown after the point
--   better        VARCHAR    higher, lower or neither
--   kind          VARCHAR    flow, stock, rate, growth or rank
--   year          INTEGER
--   target        DOUBLE     in the indicator's unit
--   qualifier     VARCHAR    plan, about or at_least; missing: a target as it stands
--   value         DOUBLE     in the indicator's unit
--   time_period   VARCHAR    as published
--   coverage      VARCHAR    year, quarter, year_to_date, month or point
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   done_pct      DOUBLE     per cent
--   elapsed_pct   DOUBLE     per cent of the year that the value covers
--   pace_points   DOUBLE     percentage points, ahead of the time elapsed
--   distance      DOUBLE     in the indicator's unit, positive is better
--   state         VARCHAR    achieved, on_pace, behind, missed, broken or not_reported

with

reached as (
    select *
    from period_figures
    where array_contains($areas, ref_area) and year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator, ref_area, year
        order by months desc
    ) = 1
)

select
    t.ref_area,
    a.name_zh as area_zh,
    a.name_en as area_en,
    a.is_home,
    i.sector,
    t.indicator,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    i.better,
    i.kind,
    year_of(t.time_period) as year,
    t.target_value as target,
    t.qualifier,
    r.obs_value as value,
    r.time_period,
    r.coverage,
    r.obs_status,
    coalesce(h.done_pct, p.done_pct) as done_pct,
    r.elapsed_pct,
    coalesce(h.pace_points, p.pace_points) as pace_points,
    p.distance,
    coalesce(h.state, p.state, 'not_reported') as state
from targets as t
inner join areas as a on t.ref_area = a.ref_area
inner join indicators as i on t.indicator = i.indicator
left join reached as r
    on
        t.indicator = r.indicator
        and t.ref_area = r.ref_area
        and year_of(t.time_period) = r.year
left join target_progress as p
    on
        r.indicator = p.indicator
        and r.ref_area = p.ref_area
        and r.year = p.year
        and r.months = p.months
left join told_progress(home_area()) as h
    on
        a.is_home
        and r.indicator = h.indicator
        and r.year = h.year
        and r.months = h.months
where
    array_contains($areas, t.ref_area)
    and year_of(t.time_period) between $first_year and $last_year
    and is_chosen(i.sector, $sectors)
order by
    nearness(a.is_home, a.level) asc,
    t.ref_area asc,
    year desc,
    i.headline asc nulls last,
    t.indicator asc
