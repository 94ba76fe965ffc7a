-- Sectors, in the order in which they are shown.
--
-- Returns one row per sector, by position
--   sector        VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   position      INTEGER    place in the order

select
    sector,
    name_zh,
    name_en,
    position
from sectors
order by position asc
