-- Areas: the district, its city, province and country, the sister counties, the zones.
--
-- Returns one row per area, by code
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   level         VARCHAR    country, province, city, county or zone
--   parent        VARCHAR    code of the area above
--   is_home       BOOLEAN    the district that this dashboard is about
--   tile_row      INTEGER    place in the tile map
--   tile_column   INTEGER    place in the tile map

select
    ref_area,
    name_zh,
    name_en,
    level,
    parent,
    is_home,
    tile_row,
    tile_column
from areas
order by ref_area asc
