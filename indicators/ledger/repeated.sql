-- Items whose number an earlier one has; capitals and small letters tell no two apart.
create temporary table repeated as
with

shared as (
    select upper(order_id) as number
    from orders
    where order_id is not null
    group by number
    having count(*) > 1
),

numbered as (
    select
        upper(order_id) as number,
        order_id,
        file,
        position,
        line,
        row_number() over (partition by number order by position, line) as nth
    from placed
    where upper(order_id) in (select number from shared)
)

select
    'repeated' as cause,
    other.file,
    other.line,
    other.order_id as found,
    other.position,
    earlier.file as first_file,
    earlier.line as first_line
from numbered as other
inner join numbered as earlier on other.number = earlier.number and earlier.nth = 1
where other.nth > 1;
