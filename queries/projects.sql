-- Named projects of one area, with how far each is by its source.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per project, by status (begun, planned, completed), sector and code
--   project       VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   sector        VARCHAR    code
--   sector_zh     VARCHAR
--   sector_en     VARCHAR
--   status        VARCHAR    under_construction, planned or completed
--   started_on    VARCHAR    as exact as known
--   capacity_zh   VARCHAR    as the source words it
--   note          VARCHAR    as the source words it
--   source        VARCHAR    code
--   source_title  VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   url           VARCHAR
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia

select
    p.project,
    p.name_zh,
    p.name_en,
    p.sector,
    s.name_zh as sector_zh,
    s.name_en as sector_en,
    p.status,
    p.started_on,
    p.capacity_zh,
    p.note,
    p.source,
    d.source_title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on,
    d.url,
    d.is_secondary
from projects as p
inner join sectors as s on p.sector = s.sector
inner join documents as d on p.source = d.source
where
    p.ref_area = $area
    and is_chosen(p.sector, $sectors)
order by
    case p.status when 'under_construction' then 1 when 'planned' then 2 else 3 end asc,
    s.position asc,
    p.project asc
