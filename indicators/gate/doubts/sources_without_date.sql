-- Sources without a date of publication: of two figures the newer publication counts, and an
-- undated one is the oldest.
select
    file,
    line,
    source as found
from sources
where published_on is null
order by file, line
