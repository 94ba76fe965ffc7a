-- Sites of the revolution in the district.
--
-- Returns one row per site, by code
--   site          VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   note          VARCHAR    as the source words it
--   source        VARCHAR    code
--   source_title  VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   url           VARCHAR
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia

select
    r.site,
    r.name_zh,
    r.name_en,
    r.note,
    r.source,
    d.source_title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on,
    d.url,
    d.is_secondary
from red_sites as r
inner join documents as d on r.source = d.source
order by r.site asc
