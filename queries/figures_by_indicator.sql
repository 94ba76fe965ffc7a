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
    time_period,
    coverage,
    breakdown_zh,
    breakdown_en,
    obs_value as value,
    obs_status,
    is_secondary,
    is_more_than(obs_status, note) as is_more_than,
    scope,
    is_in_force,
    revised_from,
    note,
    source,
    source_title,
    publisher_zh,
    publisher_en,
    published_on,
    url,
    file,
    line
from published_figures
where indicator = $indicator and ref_area = $area
order by
    last_month(time_period) desc,
    time_period asc,
    coverage asc,
    breakdown_place asc nulls first,
    scope desc nulls last,
    is_in_force desc,
    published_on desc nulls last,
    source asc
