-- Each target against what was reached: done, pace against the time elapsed, distance, state.
--
-- The value is that of the target's own year, whole, else the latest since January of that year
-- (year to date). Where a year has both scopes the whole jurisdiction counts.
-- done_pct = 100 * value / target, for flows and stocks. elapsed_pct = 100 * months that the
-- value covers / 12. pace_points = done_pct - elapsed_pct, for flows: positive is ahead
-- (超进度), negative behind (慢于进度). distance = value - target, for growth, rates and ranks,
-- turned round where lower is better, so that positive is always better.
-- Nothing is derived for a year in the course of which the series breaks.
-- State, by the first that holds:
--   * not_reported: no value for the target's year
--   * broken: the series breaks in that year
--   * achieved: the target is reached, whether the year is over or not (where lower is better:
--     not exceeded when the year is over)
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
--   target_note   VARCHAR    as the source words it
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
    select
        indicator,
        ref_area,
        year,
        time_period,
        coverage,
        obs_value,
        obs_status,
        case
            when coverage = 'year_to_date'
                then 100 * cast(substr(time_period, 6, 2) as integer) / 12.0
            else 100
        end as elapsed_pct
    from observations_in_force
    where
        coverage in ('year', 'point', 'year_to_date')
        and breakdown is null
        and obs_value is not null
    qualify row_number() over (
        partition by indicator, ref_area, year
        order by
            case coverage when 'year_to_date' then 1 else 0 end asc,
            case scope when 'excluding_zones' then 1 else 0 end asc,
            time_period desc,
            coverage desc
    ) = 1
),

broken as (
    select distinct
        indicator,
        ref_area,
        cast(substr(time_period, 1, 4) as integer) as year
    from breaks
    where length(time_period) > 4
),

compared as (
    select
        t.indicator,
        t.ref_area,
        cast(t.time_period as integer) as year,
        t.target_value,
        t.note as target_note,
        r.obs_value,
        r.time_period,
        r.coverage,
        r.obs_status,
        r.elapsed_pct,
        i.kind,
        i.better,
        b.year is not null as is_broken,
        case
            when b.year is null and i.kind in ('flow', 'stock')
                then 100 * r.obs_value / nullif(t.target_value, 0)
        end as done_pct,
        case
            when b.year is not null or i.kind in ('flow', 'stock') then null
            when i.better = 'lower' then t.target_value - r.obs_value
            else r.obs_value - t.target_value
        end as distance,
        case i.better
            when 'lower' then r.obs_value <= t.target_value
            else r.obs_value >= t.target_value
        end as is_reached
    from targets as t
    inner join indicators as i on t.indicator = i.indicator
    left join reached as r
        on
            t.indicator = r.indicator
            and t.ref_area = r.ref_area
            and cast(t.time_period as integer) = r.year
    left join broken as b
        on
            t.indicator = b.indicator
            and t.ref_area = b.ref_area
            and cast(t.time_period as integer) = b.year
    where
        array_contains($areas, t.ref_area)
        and cast(t.time_period as integer) between $first_year and $last_year
        and (cardinality($sectors) = 0 or array_contains($sectors, i.sector))
)

select
    c.ref_area,
    a.name_zh as area_zh,
    a.name_en as area_en,
    a.is_home,
    i.sector,
    c.indicator,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    c.better,
    c.kind,
    c.year,
    c.target_value as target,
    c.target_note,
    c.obs_value as value,
    c.time_period,
    c.coverage,
    c.obs_status,
    c.done_pct,
    c.elapsed_pct,
    case when c.kind = 'flow' then c.done_pct - c.elapsed_pct end as pace_points,
    c.distance,
    case
        when c.obs_value is null then 'not_reported'
        when c.is_broken then 'broken'
        when c.is_reached and (c.better <> 'lower' or c.elapsed_pct = 100) then 'achieved'
        when c.elapsed_pct = 100 then 'missed'
        when c.kind = 'flow' and c.better <> 'lower' and c.done_pct >= c.elapsed_pct then 'on_pace'
        when c.kind = 'flow' and c.better = 'lower' and c.done_pct <= c.elapsed_pct then 'on_pace'
        when c.kind <> 'flow' and c.is_reached then 'on_pace'
        else 'behind'
    end as state
from compared as c
inner join areas as a on c.ref_area = a.ref_area
inner join indicators as i on c.indicator = i.indicator
order by
    a.is_home desc,
    case a.level when 'county' then 1 when 'city' then 2 when 'province' then 3 else 4 end asc,
    c.ref_area asc,
    c.year desc,
    i.headline asc nulls last,
    c.indicator asc
