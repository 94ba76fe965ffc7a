-- The items of the lines that are plain.

with

written as (
    select
        order_id,
        tier,
        sector,
        town,
        title,
        try_cast(raised_on as date) as raised_on,
        try_cast(dispatched_on as date) as dispatched_on,
        try_cast(due_on as date) as due_on,
        try_cast(completed_on as date) as completed_on,
        try_cast(satisfaction as integer) as satisfaction,
        line
    from lines
    where is_plain
)
