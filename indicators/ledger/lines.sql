-- Every line of a long file, with its number and whether it is plain.
--
-- $path where the file lies, $columns in the order of its header, $forms what is_plain() asks for.

insert into lines by name
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
    cast(1 + row_number() over () as integer) as line,
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
    ) as is_plain
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
