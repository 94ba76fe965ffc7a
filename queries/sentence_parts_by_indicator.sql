-- What the report sentence says of each indicator of one area, in the order of a work report.
--
-- value is that of the latest year from $first_year to $last_year that has any: the whole year,
-- else the latest since January of that year (year to date); of an indicator with neither, the
-- latest quarter or month. The previous figure covers the same months of an earlier year.
-- change, change_pct and is_broken follow headlines_by_indicator; done_pct, pace_points and state
-- are those of the share of a plan or budget that is printed, else of the target as in
-- progress_by_target. growth_pct is the published growth of the same months, unless its scope is
-- stated and another; growth_change = growth_pct - that of the year before. Of a growth both are
-- missing: there it is value and change.
-- city_points = value - that of the area above, for growth and rates in per cent; of flows and
-- stocks = growth_pct - its published growth. Missing for a figure without the zones.
-- rank and ranked follow ranks_by_area, where all counties of the city have a figure and there
-- are more than three; a growth below zero has none, nor has a rate of which neither direction is
-- better.
-- attention, by the first that holds; missing where nothing calls for it, where no direction is
-- better, and for a level whose growth is among the indicators:
--   * missed, behind: the state of the focus year's plan or target
--   * shrinking: a published growth below zero; falling: worse than in the year before
--   * below_city: at least half a point worse than the area above
--   * losing_rank: its rank is worse than in the year before among the same counties, and no
--     series of theirs breaks in this year
--   * slowing: a growth at least half a point lower than in the year before
-- credit, by the first that holds; missing where attention is not, and for what it is missing:
--   * achieved, on_pace: the state of the focus year's plan or target
--   * above_city: at least half a point better than the area above
--   * gaining_rank: its rank is better than in the year before, as for losing_rank
--   * quickening: a growth at least half a point higher than in the year before
--   * rising: better than in the year before
-- is_judged: one of these at least was known, so that it could have called.
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
--   headline          INTEGER    place among the overview's cards
--   report_place      INTEGER    GDP, industry, investment, consumption, incomes, finance, others
--   name_zh           VARCHAR
--   name_en           VARCHAR
--   said_zh           VARCHAR    as it is spoken, with the place of its figure
--   said_en           VARCHAR    as it is spoken, with the place of its figure
--   area_zh           VARCHAR
--   area_en           VARCHAR
--   area_level        VARCHAR    country, province, city, county or zone
--   is_home           BOOLEAN    the district that this dashboard is about
--   growth_of         VARCHAR    the level whose published growth this is
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
--   estimate          VARCHAR    more_than, forecast, projected or about
--   quoted            VARCHAR    more than so many, in the words of the source
--   scope             VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   planned_by        VARCHAR    plan, budget or target
--   done_pct          DOUBLE     per cent
--   elapsed_pct       DOUBLE     per cent of the year that the value covers
--   pace_points       DOUBLE     percentage points, ahead of the time elapsed
--   distance          DOUBLE     in the indicator's unit, positive is better
--   state             VARCHAR    achieved, behind, …: see progress_by_target
--   growth_pct        DOUBLE     per cent
--   growth_change     DOUBLE     percentage points
--   previous_year     INTEGER
--   previous_period   VARCHAR    as published
--   previous_coverage VARCHAR    year, quarter, year_to_date, month or point
--   is_broken         BOOLEAN    a break or another scope lies between the two
--   change            DOUBLE     in the indicator's unit
--   change_pct        DOUBLE     per cent
--   city_points       DOUBLE     percentage points, above the city
--   rank              BIGINT     第几位
--   ranked            BIGINT     个, counties that have a rank
--   is_tied           BOOLEAN    another county has the same rank
--   previous_rank     BIGINT     第几位
--   attention         VARCHAR    missed, behind, shrinking, falling, below_city, …
--   credit            VARCHAR    achieved, on_pace, above_city, gaining_rank, …
--   is_judged         BOOLEAN    it could have called for attention

with

wanted as (
    select
        *,
        array_position($indicators, indicator) as place,
        kind in ('growth', 'rate') and unit_zh = '%' as is_in_per_cent,
        -- A level whose growth is asked for too is judged there.
        better <> 'neither'
        and not list_contains(list(growth_of) over (), indicator) as is_judged_here
    from indicators
    where is_chosen(sector, $sectors) and is_wanted(indicator, headline, $indicators)
),

latest as (
    select
        *,
        case when previous_year = year - 1 then change end as yearly_change
    from period_changes
    where ref_area = $area and year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator
        order by elapsed_pct is null asc, year desc, months desc
    ) = 1
),

city_figures as (
    select *
    from told_figures
    where ref_area = parent_of($area)
)

select
    i.indicator,
    i.headline,
    report_place(i.indicator, i.sector) as report_place,
    i.name_zh,
    i.name_en,
    i.said_zh,
    i.said_en,
    a.name_zh as area_zh,
    a.name_en as area_en,
    a.level as area_level,
    a.is_home,
    i.growth_of,
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
    estimate_of(l.obs_status, l.note) as estimate,
    quoted(l.obs_status, l.note) as quoted,
    l.scope,
    p.planned_by,
    p.done_pct,
    l.elapsed_pct,
    p.pace_points,
    p.distance,
    p.state,
    g.growth_pct,
    g.growth_change,
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
            then difference(g.growth_pct, city.growth_pct)
    end as city_points,
    r.rank,
    r.ranked,
    coalesce(r.is_tied, false) as is_tied,
    r.previous_rank,
    case
        when i.is_judged_here and l.year = $last_year
            then call_of(
                p.state, i.kind, i.better, l.obs_value,
                g.growth_pct, l.yearly_change, g.growth_change, city_points,
                r.is_comparable and r.rank > r.previous_rank
            )
    end as attention,
    case
        when i.is_judged_here and l.year = $last_year and attention is null
            then credit_of(
                p.state, i.kind, i.better, l.obs_value,
                g.growth_pct, l.yearly_change, g.growth_change, city_points,
                r.is_comparable and r.rank < r.previous_rank
            )
    end as credit,
    i.is_judged_here and coalesce(l.year = $last_year, false) and (
        coalesce(p.state <> 'broken', false)
        or l.yearly_change is not null
        or (l.obs_value is not null and i.kind = 'growth')
        or coalesce(g.growth_pct, city_points, r.previous_rank) is not null
    ) as is_judged
from wanted as i
inner join areas as a on a.ref_area = $area
left join latest as l on i.indicator = l.indicator
left join told_progress as p
    on l.indicator = p.indicator and p.ref_area = $area and l.year = p.year and l.months = p.months
left join followed_growths($area) as g
    on
        l.indicator = g.indicator
        and l.year = g.year
        and l.months = g.months
        and comparable(l.scope, g.scope)
left join city_figures as c
    on l.indicator = c.indicator and l.year = c.year and l.months = c.months
left join published_growths(parent_of($area)) as city
    on l.indicator = city.indicator and l.year = city.year and l.months = city.months
left join county_ranks((select list(indicator) from wanted), $area) as r
    on
        l.indicator = r.indicator
        and r.ref_area = $area
        and l.year = r.year
        and l.months = 'all'
        and r.is_of_all
        and not (i.kind = 'growth' and l.obs_value < 0)
        and not (i.better = 'neither' and i.kind not in ('flow', 'stock'))
order by i.place asc, i.headline asc nulls last, i.indicator asc
