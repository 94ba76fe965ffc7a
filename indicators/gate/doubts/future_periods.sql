-- Figures, not targets, of a time that has not begun yet: of a plan, or with a slip in the year.
-- A period begins with its first month; a year in its January.
with

begun as (
    select
        *,
        case
            when time_period like '____-Q_'
                then substr(time_period, 1, 5) || quarter_begins(substr(time_period, 7, 1))
            else time_period
        end as beginning
    from observations
    where obs_value is not null and substr(time_period, 1, 4) >= substr(this_day(), 1, 4)
)

select
    file,
    line,
    time_period as found,
    this_day() as today
from begun
where beginning > substr(this_day(), 1, length(beginning))
order by file, line
