-- Each target against what was reached: done, pace against the time elapsed, distance, state.
--
-- The value is that of the target's own year, whole, else the latest since January of that year
-- (year to date). Where a year has both scopes the whole jurisdiction counts.
-- done_pct = 100 * value / target, for flows and stocks. elapsed_pct = 100 * months that the
-- value covers / 12. pace_points = done_pct - elapsed_pct, for flows: positive is ahead
-- (超进度), negative behind (慢于进度). distance = value - target, for growth, rates and ranks,
-- turned round where lower is better, so that positive is always better.
-- Where a document prints the share of a plan or a budget, done_pct, pace_points and state are
-- those of the share, as the report sentence has them; of a plan whose amount is printed nowhere
-- there is a row with the share and without a target.
-- Nothing is derived for a year in the course of which the series breaks.
-- State, by the first that holds:
--   * not_reported: no value for the target's year
--   * broken: the series breaks in that year
--   * achieved: the target is reached, one of “about” by what rounds to it, whether the year is
--     over or not (where lower is better: not exceeded when the year is over)
--   * missed: the year is over and the target is not reached
--   * on_pace: a part of the year, pace_points >= 0 (lower is better: <= 0) or distance >= 0
--   * behind: a part of the year, otherwise
--   * unfinished: one of the last two, of a year after which the area has figures: how the year
--     ended is not known
--
-- Parameters
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per target or share, home area first, then the latest year and by indicator
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
--   qualifier     VARCHAR    plan, budget, about or at_least; missing: a target as it stands
--   value         DOUBLE     in the indicator's unit
--   time_period   VARCHAR    as published
--   coverage      VARCHAR    year, quarter, year_to_date, month or point
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   done_pct      DOUBLE     per cent
--   elapsed_pct   DOUBLE     per cent of the year that the value covers
--   pace_points   DOUBLE     percentage points, ahead of the time elapsed
--   distance      DOUBLE     in the indicator's unit, positive is better
--   state         VARCHAR    achieved, behind, …: see progress_by_target

with

-- The longest part of each year of which something is said to be done.
done as (
    select *
    from told_progress
    where array_contains($areas, ref_area) and year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator, ref_area, year
        order by months desc
    ) = 1
),

aims as (
    select
        indicator,
        ref_area,
        year_of(time_period) as year,
        target_value as target,
        qualifier
    from targets
    where
        array_contains($areas, ref_area)
        and year_of(time_period) between $first_year and $last_year

    union all by name

    select
        indicator,
        ref_area,
        year,
        planned_by as qualifier
    from done
    where target is null
),

latest as (
    select
        ref_area,
        max(year) as year
    from period_figures
    where array_contains($areas, ref_area)
    group by ref_area
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
    t.year,
    t.target,
    t.qualifier,
    f.obs_value as value,
    d.time_period,
    d.coverage,
    f.obs_status,
    d.done_pct,
    d.elapsed_pct,
    d.pace_points,
    d.distance,
    case
        when d.state is null then 'not_reported'
        when d.state in ('on_pace', 'behind') and t.year < l.year then 'unfinished'
        else d.state
    end as state
from aims as t
inner join areas as a on t.ref_area = a.ref_area
inner join indicators as i on t.indicator = i.indicator
left join done as d
    on
        t.indicator = d.indicator
        and t.ref_area = d.ref_area
        and t.year = d.year
left join latest as l on t.ref_area = l.ref_area
left join period_figures as f
    on
        d.indicator = f.indicator
        and d.ref_area = f.ref_area
        and d.year = f.year
        and d.months = f.months
where is_chosen(i.sector, $sectors)
order by
    nearness(a.is_home, a.level) asc,
    t.ref_area asc,
    t.year desc,
    i.headline asc nulls last,
    t.indicator asc
