-- One file of the ledger into `orders`: dates and codes normalised, and what is wrong with each
-- item as the sum of the bits that gate/orders.py puts into words.
--
-- $file as it is named in data/, $path where it lies, $columns in the order of its header.
-- A tier or a sector may be written as its code or as its Chinese name. A date may be written
-- 2021-03-05, 2021/3/5 or 2021年3月5日.

insert into orders
with

written as (
    select *
    from read_csv(
        $path,
        columns = $columns,
        auto_detect = false,
        header = true,
        delim = ',',
        quote = '"',
        escape = '"',
        strict_mode = true
    )
    where coalesce(
        order_id, tier, sector, town, title,
        raised_on, dispatched_on, due_on, completed_on, satisfaction
    ) is not null
),

read as (
    select
        order_id,
        code_of('tier', tier) as tier,
        code_of('sector', sector) as sector,
        town,
        title,
        day_of(raised_on) as raised_on,
        day_of(dispatched_on) as dispatched_on,
        day_of(due_on) as due_on,
        day_of(completed_on) as completed_on,
        case when satisfaction in ('1', '2', '3', '4', '5') then cast(satisfaction as integer) end
            as satisfaction,
        dispatched_on is not null as has_dispatched_on,
        due_on is not null as has_due_on,
        completed_on is not null as has_completed_on,
        satisfaction is not null as has_satisfaction
    from written
)

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
    $file as file,
    cast(
        if(order_id is null, 1, 0)
        + if(tier is null, 2, 0)
        + if(sector is null, 4, 0)
        + if(town is null, 8, 0)
        + if(title is null, 16, 0)
        + if(raised_on is null, 32, 0)
        + if(has_dispatched_on and dispatched_on is null, 64, 0)
        + if(has_due_on and due_on is null, 128, 0)
        + if(has_completed_on and completed_on is null, 256, 0)
        + if(has_satisfaction and satisfaction is null, 512, 0)
        + if(dispatched_on < raised_on, 1024, 0)
        + if(due_on < raised_on, 2048, 0)
        + if(completed_on < raised_on, 4096, 0)
        as integer
    ) as wrong
from read
