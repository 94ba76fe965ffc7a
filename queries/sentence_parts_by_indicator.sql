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
-- is_rank_comparable: the same areas are ranked as in the year before, and no series of theirs
-- breaks in this year.
-- attention, by the first that holds; missing where nothing calls for it:
--   * missed, behind: the state of the focus year's target
--   * falling: the figure of the focus year is worse than that of the year before
--   * losing_rank: its rank is worse than in the year before, and the two can be compared
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
--   previous_value    DOUBLE     in the indicator's unit
--   previous_year     INTEGER
--   previous_period   VARCHAR    as published
--   previous_coverage VARCHAR    year, quarter, year_to_date, month or point
--   is_broken         BOOLEAN    a break or another scope lies between the two
--   change            DOUBLE     in the indicator's unit
--   change_pct        DOUBLE     per cent
--   city_points       DOUBLE     percentage points, above the city
--   is_city_missing   BOOLEAN
--   rank              INTEGER    第几位
--   ranked            INTEGER    个, counties that have a rank
--   is_tied           BOOLEAN    another county has the same rank
--   counties_in_city  INTEGER    个
--   previous_rank     INTEGER    第几位
--   is_rank_comparable BOOLEAN
--   attention         VARCHAR    missed, behind, falling or losing_rank

with

wanted as (
    select
        *,
        array_position($indicators, indicator) as place
    from indicators
    where
        (
            array_contains($indicators, indicator)
            or (cardinality($indicators) = 0 and headline is not null)
        )
        and (cardinality($sectors) = 0 or array_contains($sectors, sector))
),

needed as (
    select indicator from wanted
    union
    select g.indicator
    from indicators as g
    inner join wanted as i on g.growth_of = i.indicator
),

sisters as (
    select
        a.ref_area,
        cast(count(*) over () as integer) as counties_in_city
    from areas as a
    inner join areas as here on a.parent = here.parent and here.ref_area = $area
    where a.level = 'county'
),

figures as (
    select
        indicator,
        ref_area,
        year,
        '' as months,
        time_period,
        coverage,
        obs_value,
        obs_status,
        is_more_than,
        scope,
        100 as elapsed_pct
    from annual_observations
    where obs_value is not null and indicator in (select indicator from needed)
    union all
    select
        indicator,
        ref_area,
        year,
        substr(time_period, 6, 2) as months,
        time_period,
        coverage,
        obs_value,
        obs_status,
        is_more_than,
        scope,
        100 * cast(substr(time_period, 6, 2) as integer) / 12.0 as elapsed_pct
    from observations_in_force
    where
        coverage = 'year_to_date'
        and breakdown is null
        and obs_value is not null
        and indicator in (select indicator from needed)
    qualify row_number() over (
        partition by indicator, ref_area, time_period
        order by case scope when 'excluding_zones' then 1 else 0 end asc
    ) = 1
),

followed as (
    select
        *,
        lag(obs_value) over (partition by indicator, months order by year) as previous_value,
        lag(year) over (partition by indicator, months order by year) as previous_year,
        lag(time_period) over (partition by indicator, months order by year) as previous_period,
        lag(coverage) over (partition by indicator, months order by year) as previous_coverage,
        lag(scope) over (partition by indicator, months order by year) as previous_scope
    from figures
    where ref_area = $area
),

latest as (
    select *
    from followed
    where year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator order by year desc, elapsed_pct desc
    ) = 1
),

broken as (
    select distinct l.indicator
    from latest as l
    left join breaks as b
        on
            l.indicator = b.indicator
            and b.ref_area = $area
            and cast(substr(b.time_period, 1, 4) as integer) > l.previous_year
            and cast(substr(b.time_period, 1, 4) as integer) <= l.year
    where
        b.indicator is not null
        or (l.scope = 'whole_jurisdiction' and l.previous_scope = 'excluding_zones')
        or (l.scope = 'excluding_zones' and l.previous_scope = 'whole_jurisdiction')
),

broken_years as (
    select distinct
        indicator,
        cast(substr(time_period, 1, 4) as integer) as year
    from breaks
    where ref_area = $area and length(time_period) > 4
),

growths as (
    select
        i.growth_of as indicator,
        f.ref_area,
        f.year,
        f.months,
        f.obs_value as growth_pct,
        f.scope
    from figures as f
    inner join indicators as i on f.indicator = i.indicator
    where i.growth_of is not null
    qualify row_number() over (
        partition by i.growth_of, f.ref_area, f.year, f.months
        order by f.obs_value asc, f.indicator asc
    ) = 1
),

grown as (
    select
        l.indicator,
        g.growth_pct,
        g.scope
    from latest as l
    inner join growths as g
        on
            l.indicator = g.indicator
            and g.ref_area = $area
            and l.year = g.year
            and l.months = g.months
    where
        l.scope is null
        or g.scope is null
        or l.scope = 'unstated'
        or g.scope = 'unstated'
        or l.scope = g.scope
),

scored as (
    select
        f.indicator,
        f.ref_area,
        f.year,
        case when i.better = 'lower' then -f.obs_value else f.obs_value end as score
    from figures as f
    inner join sisters as s on f.ref_area = s.ref_area
    inner join wanted as i on f.indicator = i.indicator
    where f.months = '' and coalesce(f.scope, '') <> 'excluding_zones'
),

ranks as (
    select
        indicator,
        ref_area,
        year,
        cast(rank() over (partition by indicator, year order by score desc) as integer) as rank,
        cast(count(*) over (partition by indicator, year) as integer) as ranked,
        count(*) over (partition by indicator, year, score) > 1 as is_tied
    from scored
),

steady as (
    select
        r.indicator,
        r.year
    from ranks as r
    left join ranks as o
        on r.indicator = o.indicator and r.ref_area = o.ref_area and o.year = r.year - 1
    left join breaks as b
        on
            r.indicator = b.indicator
            and r.ref_area = b.ref_area
            and cast(substr(b.time_period, 1, 4) as integer) = r.year
    group by r.indicator, r.year
    having
        count(b.indicator) = 0
        and count(o.ranked) = max(r.ranked)
        and max(o.ranked) = max(r.ranked)
),

city_periods as (
    select
        f.indicator,
        f.year,
        f.months,
        f.obs_value
    from figures as f
    inner join areas as here on f.ref_area = here.parent and here.ref_area = $area
),

city_known as (
    select distinct indicator from city_periods
),

city_growths as (
    select
        g.indicator,
        g.year,
        g.months,
        g.growth_pct
    from growths as g
    inner join areas as here on g.ref_area = here.parent and here.ref_area = $area
),

parts as (
    select
        i.*,
        l.obs_value as value,
        l.year,
        l.months,
        l.time_period,
        l.coverage,
        l.obs_status,
        l.is_more_than,
        l.scope,
        l.elapsed_pct,
        l.previous_value,
        l.previous_year,
        l.previous_period,
        l.previous_coverage,
        b.indicator is not null as is_broken,
        y.indicator is not null as is_target_broken,
        t.target_value as target,
        case
            when y.indicator is null and i.kind in ('flow', 'stock')
                then 100 * l.obs_value / nullif(t.target_value, 0)
        end as done_pct,
        case
            when y.indicator is not null or i.kind in ('flow', 'stock') then null
            when i.better = 'lower' then t.target_value - l.obs_value
            else l.obs_value - t.target_value
        end as distance,
        case i.better
            when 'lower' then l.obs_value <= t.target_value
            else l.obs_value >= t.target_value
        end as is_reached,
        g.growth_pct,
        g.scope as growth_scope,
        i.kind in ('growth', 'rate') and i.unit_zh = '%' as is_in_per_cent
    from wanted as i
    left join latest as l on i.indicator = l.indicator
    left join broken as b on i.indicator = b.indicator
    left join broken_years as y on i.indicator = y.indicator and l.year = y.year
    left join grown as g on i.indicator = g.indicator
    left join targets as t
        on
            i.indicator = t.indicator
            and t.ref_area = $area
            and t.time_period = cast(l.year as string)
),

judged as (
    select
        p.*,
        case when p.kind = 'flow' then p.done_pct - p.elapsed_pct end as pace_points,
        case
            when p.target is null then null
            when p.is_target_broken then 'broken'
            when p.is_reached and (p.better <> 'lower' or p.elapsed_pct = 100) then 'achieved'
            when p.elapsed_pct = 100 then 'missed'
            when p.kind = 'flow' and p.better <> 'lower' and p.done_pct >= p.elapsed_pct
                then 'on_pace'
            when p.kind = 'flow' and p.better = 'lower' and p.done_pct <= p.elapsed_pct
                then 'on_pace'
            when p.kind <> 'flow' and p.is_reached then 'on_pace'
            else 'behind'
        end as state,
        case
            when p.scope = 'excluding_zones' then null
            when p.is_in_per_cent then p.value - v.obs_value
            when p.kind in ('flow', 'stock') and coalesce(p.growth_scope, '') <> 'excluding_zones'
                then p.growth_pct - g.growth_pct
        end as city_points,
        coalesce(
            p.is_in_per_cent
            and p.value is not null
            and coalesce(p.scope, '') <> 'excluding_zones'
            and v.obs_value is null
            and k.indicator is not null,
            false
        ) as is_city_missing,
        case when not p.is_broken then p.value - p.previous_value end as change,
        not p.is_broken and p.previous_year = p.year - 1 as is_next_year
    from parts as p
    left join city_periods as v
        on p.indicator = v.indicator and p.year = v.year and p.months = v.months
    left join city_growths as g
        on p.indicator = g.indicator and p.year = g.year and p.months = g.months
    left join city_known as k on p.indicator = k.indicator
)

select
    j.indicator,
    j.name_zh,
    j.name_en,
    a.name_zh as area_zh,
    a.name_en as area_en,
    level.name_zh as level_zh,
    level.name_en as level_en,
    j.unit_zh,
    j.unit_en,
    j.decimals,
    j.better,
    j.kind,
    j.value,
    j.year,
    j.time_period,
    j.coverage,
    j.obs_status,
    coalesce(j.is_more_than, false) as is_more_than,
    j.scope,
    j.target,
    j.done_pct,
    cast(j.elapsed_pct as double) as elapsed_pct,
    j.pace_points,
    j.distance,
    j.state,
    j.growth_pct,
    j.previous_value,
    j.previous_year,
    j.previous_period,
    j.previous_coverage,
    j.is_broken,
    j.change,
    case
        when j.is_next_year and j.kind in ('flow', 'stock')
            then 100 * j.change / nullif(abs(j.previous_value), 0)
    end as change_pct,
    j.city_points,
    j.is_city_missing,
    r.rank,
    r.ranked,
    coalesce(r.is_tied, false) as is_tied,
    s.counties_in_city,
    o.rank as previous_rank,
    steady.indicator is not null as is_rank_comparable,
    case
        when j.year is null or j.year <> $last_year then null
        when j.state in ('missed', 'behind') and j.better <> 'neither' then j.state
        when
            j.is_next_year
            and (
                (j.better = 'higher' and j.change < 0) or (j.better = 'lower' and j.change > 0)
            )
            then 'falling'
        when steady.indicator is not null and j.better <> 'neither' and r.rank > o.rank
            then 'losing_rank'
    end as attention
from judged as j
inner join areas as a on a.ref_area = $area
left join indicators as level on j.growth_of = level.indicator
left join sisters as s on s.ref_area = $area
left join ranks as r
    on j.indicator = r.indicator and r.ref_area = $area and j.year = r.year and j.months = ''
left join ranks as o
    on j.indicator = o.indicator and o.ref_area = $area and o.year = j.year - 1 and j.months = ''
left join steady on j.indicator = steady.indicator and j.year = steady.year and j.months = ''
order by j.place asc, j.headline asc nulls last, j.indicator asc
