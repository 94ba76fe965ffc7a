-- The orders with the line on which each stands, and what is wrong or doubtful between their cells.
-- A file's items keep their order. Where none has a line, each stands on its own below the header.

create temporary table files (file varchar, position integer);

-- A day as the gate keeps it, 2021-03-05; missing too.
create temporary macro is_plain_day(written) as
written is null
or (
    length(written) = 10
    and coalesce(cast(try_cast(written as date) as varchar) = written, false)
    and substr(written, 1, 2) in ('19', '20')
);

-- Whether every cell of a line is written as the gate keeps it, with nothing to be said of it. The
-- patterns are those of the columns' forms, `private` of numbers that are hidden in a title.
create temporary macro is_plain(
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
    forms
) as
coalesce(
    regexp_matches(order_id, struct_extract(forms, 'order_id'))
    and regexp_matches(tier, struct_extract(forms, 'tier'))
    and regexp_matches(sector, struct_extract(forms, 'sector'))
    and regexp_matches(town, struct_extract(forms, 'town'))
    and regexp_matches(title, struct_extract(forms, 'title'))
    and not regexp_matches(title, struct_extract(forms, 'private'))
    and raised_on is not null
    and is_plain_day(raised_on)
    and is_plain_day(dispatched_on)
    and is_plain_day(due_on)
    and is_plain_day(completed_on)
    and coalesce(satisfaction in ('1', '2', '3', '4', '5'), true),
    false
);

create temporary view placed as
select
    o.* exclude (line),
    f.position,
    coalesce(o.line, o.rowid - f.first_row + 2) as line
from orders as o
inner join (
    select
        orders.file,
        any_value(files.position) as position,
        min(orders.rowid) as first_row
    from orders
    inner join files on orders.file = files.file
    group by orders.file
) as f on o.file = f.file;

create temporary macro between_days(today) as table
    select
        'dispatched_before_raised' as cause,
        file,
        line,
        cast(dispatched_on as varchar) as found
    from placed
    where dispatched_on < raised_on
    union all
    select 'due_before_raised', file, line, cast(due_on as varchar)
    from placed
    where due_on < raised_on
    union all
    select 'completed_before_raised', file, line, cast(completed_on as varchar)
    from placed
    where completed_on < raised_on
    union all
    select 'completed_before_dispatched', file, line, cast(completed_on as varchar)
    from placed
    where completed_on < dispatched_on and completed_on >= raised_on
    union all
    select 'answered_while_open', file, line, cast(satisfaction as varchar)
    from placed
    where satisfaction is not null and completed_on is null
    union all
    select 'raised_on_no_such_day', file, line, cast(raised_on as varchar)
    from placed
    where raised_on is not null and known_until is null
    union all
    select 'dispatched_in_the_future', file, line, cast(dispatched_on as varchar)
    from placed
    where dispatched_on > today
    union all
    select 'completed_in_the_future', file, line, cast(completed_on as varchar)
    from placed
    where completed_on > today
    union all
    select 'due_far_away', file, line, cast(due_on as varchar)
    from placed
    where due_on > raised_on + interval 10 year;
