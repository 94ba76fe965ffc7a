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
    f.indicator,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    f.time_period,
    f.coverage,
    f.breakdown_zh,
    f.breakdown_en,
    f.obs_value as value,
    f.obs_status,
    f.is_secondary,
    f.scope,
    f.is_in_force,
    f.revised_from,
    f.note,
    f.source,
    f.source_title,
    f.publisher_zh,
    f.publisher_en,
    f.published_on,
    f.url,
    f.file,
    f.line
from published_figures as f
inner join indicators as i on f.indicator = i.indicator
inner join sectors as s on i.sector = s.sector
where
    f.ref_area = $area
    and year_of(f.time_period) between $first_year and $last_year
    and is_chosen(i.sector, $sectors)
order by
    s.position asc,
    i.line asc,
    f.time_period desc,
    f.coverage asc,
    f.breakdown_place asc nulls first,
    f.scope desc nulls last,
    f.is_in_force desc,
    f.published_on desc nulls last,
    f.source asc
