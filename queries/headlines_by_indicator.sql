-- The figures of one area in a year of focus, each against its previous figure.
--
-- value is the focus year's ($last_year), else that of the latest year before it and not
-- before $first_year. The previous figure may be of any earlier year, which is named.
-- change = value - previous_value. Missing across a break and between stated, different scopes.
-- change_pct = 100 * change / |previous_value|, for flows and stocks of neighbouring years only.
-- growth_pct is the published growth of the same year, unless its scope is stated and another.
-- city_share_pct = 100 * value / that of the area above, for sums; missing where the scope of
-- either leaves the zones out.
-- done_pct and state are those of the share of a plan or budget that is printed, else of the
-- target as in progress_by_target. An indicator without any figure keeps its row.
--
-- Parameters
--   $area           VARCHAR    code, as in data/areas.csv
--   $first_year     INTEGER
--   $last_year      INTEGER    the year in focus
--   $sectors        VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $indicators     VARCHAR[]  codes, as in data/indicators.csv; none: those with a headline place
--
-- Returns one row per indicator, in the order of $indicators, else of headlines
--   indicator       VARCHAR    code
--   sector          VARCHAR    code
--   sector_zh       VARCHAR
--   sector_en       VARCHAR
--   sector_position INTEGER    place of the sector in the order
--   headline        INTEGER    place among the overview's cards
--   name_zh         VARCHAR
--   name_en         VARCHAR
--   unit_zh         VARCHAR
--   unit_en         VARCHAR
--   decimals        INTEGER    digits shown after the point
--   better          VARCHAR    higher, lower or neither
--   kind            VARCHAR    flow, stock, rate, growth or rank
--   definition_zh   VARCHAR
--   definition_en   VARCHAR
--   value           DOUBLE     in the indicator's unit
--   year            INTEGER
--   time_period     VARCHAR    as published
--   coverage        VARCHAR    year, quarter, year_to_date, month or point
--   is_focus_year   BOOLEAN
--   obs_status      VARCHAR    A normal, P provisional, E estimated
--   scope           VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   is_secondary    BOOLEAN    from a copy: a database or an encyclopaedia
--   estimate        VARCHAR    more_than, forecast, projected or about
--   quoted          VARCHAR    more than so many, in the words of the source
--   note            VARCHAR    as the source words it
--   previous_year   INTEGER
--   previous_period VARCHAR    as published
--   previous_coverage VARCHAR  year, quarter, year_to_date, month or point
--   is_broken       BOOLEAN    a break or another scope lies between the two
--   change          DOUBLE     in the indicator's unit
--   change_pct      DOUBLE     per cent
--   growth_pct      DOUBLE     per cent
--   city_share_pct  DOUBLE     per cent
--   planned_by      VARCHAR    plan, budget or target
--   target          DOUBLE     in the indicator's unit
--   done_pct        DOUBLE     per cent
--   state           VARCHAR    achieved, behind, …: see progress_by_target
--   source          VARCHAR    code
--   source_title    VARCHAR
--   publisher_zh    VARCHAR
--   publisher_en    VARCHAR    as in Chinese where there is no English name
--   published_on    VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025

with

wanted as (
    select
        *,
        array_position($indicators, indicator) as place
    from indicators
    where is_chosen(sector, $sectors) and is_wanted(indicator, headline, $indicators)
),

latest as (
    select *
    from period_changes
    where ref_area = $area and months = 'all' and year between $first_year and $last_year
    qualify row_number() over (
        partition by indicator
        order by year desc
    ) = 1
)

select
    i.indicator,
    i.sector,
    s.name_zh as sector_zh,
    s.name_en as sector_en,
    s.position as sector_position,
    i.headline,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    i.better,
    i.kind,
    i.definition_zh,
    i.definition_en,
    l.obs_value as value,
    l.year,
    l.time_period,
    l.coverage,
    coalesce(l.year = $last_year, false) as is_focus_year,
    l.obs_status,
    l.scope,
    coalesce(l.is_secondary, false) as is_secondary,
    estimate_of(l.obs_status, l.note) as estimate,
    quoted(l.obs_status, l.note) as quoted,
    l.note,
    l.previous_year,
    l.previous_period,
    l.previous_coverage,
    coalesce(l.is_broken, false) as is_broken,
    l.change,
    l.change_pct,
    g.growth_pct,
    case
        when
            is_sum(i.kind, i.unit_zh)
            and not is_without_zones(l.scope)
            and not is_without_zones(c.scope)
            then 100 * l.obs_value / nullif(c.obs_value, 0)
    end as city_share_pct,
    t.planned_by,
    t.target,
    t.done_pct,
    t.state,
    l.source,
    d.source_title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on
from wanted as i
inner join sectors as s on i.sector = s.sector
left join latest as l on i.indicator = l.indicator
left join published_growths($area) as g
    on
        l.indicator = g.indicator
        and l.year = g.year
        and l.months = g.months
        and comparable(l.scope, g.scope)
left join told_figures as c
    on
        l.indicator = c.indicator
        and c.ref_area = parent_of($area)
        and l.year = c.year
        and l.months = c.months
left join told_progress as t
    on
        l.indicator = t.indicator
        and t.ref_area = $area
        and l.year = t.year
        and l.months = t.months
left join documents as d on l.source = d.source
order by i.place asc, i.headline asc nulls last, i.indicator asc
