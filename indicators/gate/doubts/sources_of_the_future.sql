-- Sources that are published later than today: of two figures theirs would count.
select
    file,
    line,
    published_on as found,
    this_day() as today
from sources
where published_on > substr(this_day(), 1, length(published_on))
order by file, line
