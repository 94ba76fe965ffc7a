-- Figures of a year that is more than ten years from every other year with figures: 1900 for
-- 2000, or 2062 for 2026. The years of the future are another doubt.
with

years as (
    select
        cast(substr(time_period, 1, 4) as integer) as year,
        count(*) as figures
    from observations
    where obs_value is not null
    group by year
),

spaced as (
    select
        year,
        figures,
        lag(year) over (order by year) as earlier,
        lead(year) over (order by year) as later
    from years
),

far as (
    select
        year,
        coalesce(earlier, later) as neighbour
    from spaced
    where
        coalesce(year - earlier > 10, later is not null)
        and coalesce(later - year > 10, earlier is not null)
        and year <= cast(substr(this_day(), 1, 4) as integer)
)

select
    o.file,
    o.line,
    o.time_period as found,
    f.neighbour
from observations as o
inner join far as f on cast(substr(o.time_period, 1, 4) as integer) = f.year
where o.obs_value is not null
order by o.file, o.line
