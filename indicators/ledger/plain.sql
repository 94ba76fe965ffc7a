-- The items of a file in which every cell is plain. Fails for any other file.
--
-- $path where the file lies, $columns in the order of its header, $forms what is_plain() asks for.

with

cells as (
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
),

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
        cast(null as integer) as line -- the items stand line by line
    from cells
    where if(
        is_plain(
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
            $forms
        ),
        true,
        error('not plain')
    )
)
