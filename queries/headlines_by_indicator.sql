-- The figures of one area in a year of focus, each against its previous figure.
--
-- value is the focus year's ($last_year), else that of the latest year before it and not
-- before $first_year. The previous figure may be of any earlier year, which is named.
-- change = value - previous_value. Missing across a break and between stated, different scopes.
-- change_pct = 100 * change / |previous_value|, for flows and stocks of neighbouring years only.
-- growth_pct is the published growth of the same year. done_pct = 100 * value / target, for
-- flows and stocks. An indicator without any figure keeps its row. is_more_than: see
-- indicators/warehouse/vocabulary.sql.
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
--   is_focus_year   BOOLEAN
--   obs_status      VARCHAR    A normal, P provisional, E estimated
--   scope           VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   is_more_than    BOOLEAN    the source says 余, 多 or 以上: more than the value
--   note            VARCHAR    as the source words it
--   previous_value  DOUBLE     in the indicator's unit
--   previous_year   INTEGER
--   is_broken       BOOLEAN    a break or another scope lies between the two
--   change          DOUBLE     in the indicator's unit
--   change_pct      DOUBLE     per cent
--   growth_pct      DOUBLE     per cent
--   target          DOUBLE     in the indicator's unit
--   done_pct        DOUBLE     per cent
--   source          VARCHAR    code
--   source_title    VARCHAR
--   publisher       VARCHAR
--   published_on    VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025

with

wanted as (
    select
        *,
        array_position($indicators, indicator) as place
    from indicators
    where
        array_contains($indicators, indicator)
        or (cardinality($indicators) = 0 and headline is not null)
),

figures as (
    select
        *,
        lag(obs_value) over (partition by indicator order by year) as previous_value,
        lag(year) over (partition by indicator order by year) as previous_year,
        lag(scope) over (partition by indicator order by year) as previous_scope
    from annual_observations
    where ref_area = $area and obs_value is not null
),

latest as (
    select
        *,
        row_number() over (partition by indicator order by year desc) as newest_first
    from figures
    where year between $first_year and $last_year
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
        l.newest_first = 1
        and (
            b.indicator is not null
            or (l.scope = 'whole_jurisdiction' and l.previous_scope = 'excluding_zones')
            or (l.scope = 'excluding_zones' and l.previous_scope = 'whole_jurisdiction')
        )
),

published_growth as (
    select
        i.growth_of,
        o.year,
        min(o.obs_value) as growth_pct
    from annual_observations as o
    inner join indicators as i on o.indicator = i.indicator
    where o.ref_area = $area and i.growth_of is not null
    group by i.growth_of, o.year
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
    c.obs_value as value,
    c.year,
    c.time_period,
    coalesce(c.year = $last_year, false) as is_focus_year,
    c.obs_status,
    c.scope,
    coalesce(c.is_more_than, false) as is_more_than,
    c.note,
    c.previous_value,
    c.previous_year,
    b.indicator is not null as is_broken,
    case when b.indicator is null then c.obs_value - c.previous_value end as change,
    case
        when
            b.indicator is null
            and i.kind in ('flow', 'stock')
            and c.previous_year = c.year - 1
            then 100 * (c.obs_value - c.previous_value) / nullif(abs(c.previous_value), 0)
    end as change_pct,
    g.growth_pct,
    t.target_value as target,
    case
        when i.kind in ('flow', 'stock') then 100 * c.obs_value / nullif(t.target_value, 0)
    end as done_pct,
    c.source,
    src.title as source_title,
    src.publisher,
    src.published_on
from wanted as i
inner join sectors as s on i.sector = s.sector
left join latest as c on i.indicator = c.indicator and c.newest_first = 1
left join broken as b on i.indicator = b.indicator
left join published_growth as g on i.indicator = g.growth_of and c.year = g.year
left join targets as t
    on
        i.indicator = t.indicator
        and t.ref_area = $area
        and t.time_period = cast(c.year as string)
left join sources as src on c.source = src.source
where cardinality($sectors) = 0 or array_contains($sectors, i.sector)
order by i.place asc, i.headline asc nulls last, i.indicator asc
