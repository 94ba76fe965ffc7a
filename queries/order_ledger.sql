-- What the ledger holds: its years, its last day, and whether it was made for a test.
--
-- last_day is the latest day on which anything was raised, dispatched or completed: the day of
-- reference where no other is asked for. A day after the one on which the ledger was read, or of
-- a year before 2000, is a slip that moves neither it nor the years. is_generated: at least one
-- item says that it is not real, by an order_id that begins with GENERATED.
--
-- Returns one row, of an empty ledger everything but orders is missing
--   orders        BIGINT     项
--   first_year    INTEGER
--   last_year     INTEGER
--   last_day      DATE
--   is_generated  BOOLEAN

select
    count(*) as orders,
    min(raised_year) filter (known_until is not null) as first_year,
    max(raised_year) filter (known_until is not null) as last_year,
    max(known_until) as last_day,
    max(order_id) filter (order_id like 'GENERATED%') is not null as is_generated
from orders
