-- The orders counted by year, tier, sector and town as they stood at the end of one day: what
-- most queries add up, so that a filter's change does not read ten million items again.
--
-- Raised, dispatched and completed count up to that day. An item is on time if it was completed
-- by its due date; open if it was raised and not completed; overdue if it is open and its due
-- date has passed. An item without a due date is neither on time nor late.

insert into counted.order_counts
select
    $as_of as as_of,
    raised_year,
    tier,
    sector,
    town,
    count(*) as raised,
    count(*) filter (dispatched_on <= $as_of) as dispatched,
    count(*) filter (completed_on <= $as_of) as completed,
    count(*) filter (completed_on <= $as_of and due_on is not null) as completed_with_due_date,
    count(*) filter (completed_on <= $as_of and completed_on <= due_on) as on_time,
    count(*) filter (is_overdue(completed_on, due_on, $as_of)) as overdue,
    count(satisfaction) filter (completed_on <= $as_of) as answers,
    coalesce(sum(satisfaction) filter (completed_on <= $as_of), 0) as satisfaction_total,
    count(*) filter (satisfaction >= 4 and completed_on <= $as_of) as satisfied
from orders
where raised_on <= $as_of
group by raised_year, tier, sector, town
