-- Shares and growth below 1 % that have more decimals than their indicator, and a hundred times
-- as large would be near what the indicator usually is: 0.046 where 4.6 % is meant.
with

percentages as (
    select
        indicator,
        decimals
    from indicators
    where unit_zh = '%'
),

usual as (
    select
        o.indicator,
        median(abs(o.obs_value)) as middle
    from observations as o
    semi join percentages as p on o.indicator = p.indicator
    where abs(o.obs_value) >= 1
    group by o.indicator
)

select
    o.file,
    o.line,
    o.obs_value as found,
    100 * o.obs_value as meant
from observations as o
inner join percentages as p on o.indicator = p.indicator
left join usual as u on o.indicator = u.indicator
where
    abs(o.obs_value) < 1
    and o.obs_value <> 0
    and rounding_of(o.obs_value) < 0.5 * pow(10, -p.decimals)
    and (u.middle is null or 100 * abs(o.obs_value) between u.middle / 5 and u.middle * 5)
order by o.file, o.line
