-- How many days pass from raising an order to closing it, by the month in which it was closed.
--
-- median_days: the smallest number of days within which half of the orders were closed;
-- p90_days: within which nine in ten were (percentile_disc). Closed on the day it was raised: 0.
-- Open orders are not counted: how long they take is not known yet.
--
-- Parameters
--   $first_year   INTEGER    year in which an order was raised
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--   $tiers        VARCHAR[]  codes of the dimension tier in data/breakdowns.csv; none: all
--   $towns        VARCHAR[]  as in the ledger; none: all
--   $as_of        DATE       day of reference, at its end
--
-- Returns one row per month with closed orders, earliest first, and last one for all months
--   month         VARCHAR    2021-03; missing for all months together
--   closed        DOUBLE     项
--   median_days   INTEGER    天
--   p90_days      INTEGER    天

with

closed as (
    select
        completed_month as month,
        days_to_close,
        count(*) as items
    from orders_chosen($first_year, $last_year, $sectors, $tiers, $towns)
    where completed_on <= $as_of
    group by completed_month, days_to_close
),

months as (
    select
        month,
        days_to_close,
        items
    from closed
    union all
    select
        null as month,
        days_to_close,
        sum(items) as items
    from closed
    group by days_to_close
),

reached as (
    select
        month,
        days_to_close,
        sum(items) over (partition by month order by days_to_close asc) as so_far,
        sum(items) over (partition by month) as closed
    from months
)

select
    month,
    cast(max(closed) as double) as closed,
    min(days_to_close) filter (so_far >= 0.5 * closed) as median_days,
    min(days_to_close) filter (so_far >= 0.9 * closed) as p90_days
from reached
group by month
order by month asc nulls last
