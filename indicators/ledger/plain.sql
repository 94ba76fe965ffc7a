-- The items of a file in which every cell is plain: written as the gate keeps it, with nothing to
-- be said of it. Fails for any other file, which is then read with care, cell by cell.
--
-- $path where the file lies, $columns in the order of its header; the patterns are those of the
-- columns' forms, $private of numbers that are hidden in a title.

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
        plain_day(raised_on) as raised_on,
        plain_day(dispatched_on) as dispatched_on,
        plain_day(due_on) as due_on,
        plain_day(completed_on) as completed_on,
        cast(satisfaction as integer) as satisfaction,
        cast(null as integer) as line -- the items stand line by line
    from cells
    where
        if(
            coalesce(
                regexp_matches(order_id, $order_id)
                and regexp_matches(tier, $tier)
                and regexp_matches(sector, $sector)
                and regexp_matches(town, $town)
                and regexp_matches(title, $title)
                and not regexp_matches(title, $private)
                and raised_on is not null
                and coalesce(satisfaction in ('1', '2', '3', '4', '5'), true),
                false
            ),
            true,
            error('not plain')
        )
)

