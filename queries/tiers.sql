-- Tiers of the livelihood lists, from the top down.
--
-- Returns one row per tier, in the order of data/breakdowns.csv
--   tier          VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR

select
    breakdown as tier,
    name_zh,
    name_en
from breakdowns
where dimension = 'tier'
order by line asc
