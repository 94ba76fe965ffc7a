-- Towns and subdistricts that the ledger names.
--
-- Parameters
--   $as_of        DATE       day of reference, at its end
--
-- Returns one row per town, by name
--   town          VARCHAR

select town
from towns_named($as_of, [])
order by town asc
