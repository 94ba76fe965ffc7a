-- Figures of a time that had not begun when their source was published: the year of a target or
-- of a plan, or a slip in one of the two dates.
select
    o.file,
    o.line,
    o.time_period as found,
    s.published_on
from observations as o
inner join sources as s on o.source = s.source
where
    o.obs_value is not null
    and substr(o.time_period, 1, 4) > substr(s.published_on, 1, 4)
order by o.file, o.line
