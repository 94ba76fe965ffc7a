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
    src.title as source_title,
    src.publisher as publisher_zh,
    coalesce(src.publisher_en, src.publisher) as publisher_en,
    src.published_on,
    src.url,
    is_second_hand(src.kind) as is_secondary
from red_sites as r
inner join sources as src on r.source = src.source
order by r.site asc
