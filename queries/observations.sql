-- Every published figure of one area with its document, file and line, older publications too.
--
-- is_in_force: the newest of the most trusted documents with a figure for the same period, part and
-- scope. revised_from: the last value of a document before it, as trusted, where that is another.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per figure, by sector and indicator, latest period and newest document first
--   indicator     VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   unit_zh       VARCHAR
--   unit_en       VARCHAR
--   decimals      INTEGER    digits shown after the point
--   time_period   VARCHAR    as published
--   coverage      VARCHAR    year, quarter, year_to_date, month or point
--   breakdown_zh  VARCHAR
--   breakdown_en  VARCHAR
--   value         DOUBLE     in the indicator's unit
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   scope         VARCHAR    whole_jurisdiction, excluding_zones or unstated
--   is_in_force   BOOLEAN
--   revised_from  DOUBLE     in the indicator's unit
--   note          VARCHAR    as the source words it
--   source        VARCHAR    code
--   source_title  VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   url           VARCHAR
--   file          VARCHAR    in data/
--   line          INTEGER    on which it stands there

select
    o.indicator,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    o.time_period,
    o.coverage,
    b.name_zh as breakdown_zh,
    b.name_en as breakdown_en,
    o.obs_value as value,
    o.obs_status,
    o.is_secondary,
    o.scope,
    o.is_in_force,
    case when o.value_before <> o.obs_value then o.value_before end as revised_from,
    o.note,
    o.source,
    d.title as source_title,
    d.publisher as publisher_zh,
    coalesce(d.publisher_en, d.publisher) as publisher_en,
    d.published_on,
    d.url,
    o.file,
    o.line
from observations as o
inner join indicators as i on o.indicator = i.indicator
inner join sectors as s on i.sector = s.sector
inner join sources as d on o.source = d.source
left join breakdowns as b on o.breakdown = b.breakdown
where
    o.ref_area = $area
    and year_of(o.time_period) between $first_year and $last_year
    and is_chosen(i.sector, $sectors)
order by
    s.position asc,
    i.line asc,
    o.time_period desc,
    o.coverage asc,
    b.line asc nulls first,
    o.scope desc nulls last,
    o.is_in_force desc,
    d.published_on desc nulls last,
    o.source asc
