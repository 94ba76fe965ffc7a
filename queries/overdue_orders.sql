-- Orders that are open although their due date has passed, the longest overdue first.
--
-- Overdue: raised and not completed by the end of the day of reference, with a due date before
-- that day. days_overdue = day of reference - due date.
--
-- Parameters
--   $first_year   INTEGER    year in which an order was raised
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $tiers        VARCHAR[]  codes of the dimension tier in data/breakdowns.csv; none: all
--   $towns        VARCHAR[]  as in the ledger; none: all
--   $as_of        DATE       day of reference, at its end
--   $most         INTEGER    how many rows at most
--
-- Returns one row per order, longest overdue first
--   order_id      VARCHAR
--   title         VARCHAR
--   tier_zh       VARCHAR    the tier that is responsible
--   tier_en       VARCHAR
--   sector_zh     VARCHAR
--   sector_en     VARCHAR
--   town          VARCHAR
--   raised_on     DATE
--   dispatched_on DATE       missing: not dispatched yet
--   due_on        DATE
--   days_overdue  INTEGER    天
--   in_all        DOUBLE     项, how many are overdue, also beyond the rows

select
    o.order_id,
    o.title,
    t.name_zh as tier_zh,
    t.name_en as tier_en,
    s.name_zh as sector_zh,
    s.name_en as sector_en,
    o.town,
    o.raised_on,
    case when o.dispatched_on <= $as_of then o.dispatched_on end as dispatched_on,
    o.due_on,
    cast($as_of - o.due_on as integer) as days_overdue,
    c.overdue as in_all
from orders_chosen($first_year, $last_year, $sectors, $tiers, $towns) as o
inner join breakdowns as t on o.tier = t.breakdown
inner join sectors as s on o.sector = s.sector
cross join order_counts_by('all', $as_of, $first_year, $last_year, $sectors, $tiers, $towns) as c
where o.raised_on <= $as_of and is_overdue(o.completed_on, o.due_on, $as_of)
order by o.due_on asc, o.order_id asc
limit $most
