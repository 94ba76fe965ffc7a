-- Indicators with their definitions: one unit each.
--
-- Returns one row per indicator, by sector and code
--   indicator     VARCHAR    code
--   sector        VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   unit_zh       VARCHAR
--   unit_en       VARCHAR
--   decimals      INTEGER    digits shown after the point
--   better        VARCHAR    higher, lower or neither
--   kind          VARCHAR    flow, stock, rate, growth or rank
--   growth_of     VARCHAR    the level whose published growth this is
--   headline      INTEGER    place among the overview's cards
--   is_said       BOOLEAN    whether sentences tell it; else it is a requirement or an example
--   definition_zh VARCHAR
--   definition_en VARCHAR

select
    i.indicator,
    i.sector,
    i.name_zh,
    i.name_en,
    i.unit_zh,
    i.unit_en,
    i.decimals,
    i.better,
    i.kind,
    i.growth_of,
    i.headline,
    i.said_zh is not null as is_said,
    i.definition_zh,
    i.definition_en
from indicators as i
inner join sectors as s on i.sector = s.sector
order by s.position asc, i.indicator asc
