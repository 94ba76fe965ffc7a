-- Breakdowns that belong to the indicators of another sector: forestry work by which jobs are
-- divided. A dimension belongs to the sector that has most figures by it.
with

divided as (
    select
        o.file,
        o.line,
        o.breakdown,
        b.dimension,
        i.sector
    from observations as o
    inner join breakdowns as b on o.breakdown = b.breakdown
    inner join indicators as i on o.indicator = i.indicator
),

counted as (
    select
        dimension,
        sector,
        count(*) as figures
    from divided
    group by dimension, sector
),

most as (
    select
        dimension,
        max(figures) as figures
    from counted
    group by dimension
)

select
    d.file,
    d.line,
    d.breakdown as found
from divided as d
inner join counted as c on d.dimension = c.dimension and d.sector = c.sector
inner join most as m on d.dimension = m.dimension
where c.figures < m.figures
order by d.file, d.line
