-- What was written into `orders`, with what follows from it. $file as it is named in data/, $today
-- the day on which it is read.
--
-- known_until is the latest of an item's days, up to the day on which it is read: 2062 is a slip
-- of the pen. It is missing for an item that was raised on a day that cannot be.

insert into orders
select
    order_id,
    tier,
    sector,
    town,
    title,
    raised_on,
    dispatched_on,
    due_on,
    completed_on,
    satisfaction,
    cast(year(raised_on) as integer) as raised_year,
    substr(cast(completed_on as varchar), 1, 7) as completed_month,
    cast(completed_on - raised_on as integer) as days_to_close,
    case
        when raised_on between date '2000-01-01' and $today
            then greatest(
                raised_on,
                case when dispatched_on <= $today then dispatched_on end,
                case when completed_on <= $today then completed_on end
            )
    end as known_until,
    $file as file,
    line
from written
