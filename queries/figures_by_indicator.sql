-- Every figure of one indicator in one area as it was published, also older publications of it.
--
-- is_in_force: the newest of the most trusted documents with a figure for the same period, part and
-- scope. revised_from: the last value of a document before it, as trusted, where that is another.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $area         VARCHAR    code, as in data/areas.csv
--
-- Returns one row per figure, latest period and newest publication first
--   time_period   VARCHAR    as published
--   coverage      VARCHAR    year, quarter, year_to_date, month or point
--   breakdown_zh  VARCHAR
--   breakdown_en  VARCHAR
--   value         DOUBLE     in the indicator's unit
--   obs_status    VARCHAR    A normal, P provisional, E estimated
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia
--   is_more_than  BOOLEAN    the source says 余, 多 or 以上: more than the value
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
    o.time_period,
    o.coverage,
    b.name_zh as breakdown_zh,
    b.name_en as breakdown_en,
    o.obs_value as value,
    o.obs_status,
    o.is_secondary,
    is_more_than(o.obs_status, o.note) as is_more_than,
    o.scope,
    o.is_in_force,
    case when o.value_before <> o.obs_value then o.value_before end as revised_from,
    o.note,
    o.source,
    s.title as source_title,
    s.publisher as publisher_zh,
    coalesce(s.publisher_en, s.publisher) as publisher_en,
    s.published_on,
    s.url,
    o.file,
    o.line
from observations as o
inner join sources as s on o.source = s.source
left join breakdowns as b on o.breakdown = b.breakdown
where o.indicator = $indicator and o.ref_area = $area
order by
    last_month(o.time_period) desc,
    o.time_period asc,
    o.coverage asc,
    b.line asc nulls first,
    o.scope desc nulls last,
    o.is_in_force desc,
    s.published_on desc nulls last,
    o.source asc
