-- Cities that differ by more than 10 % from the sum of their counties, where every county has a
-- figure of the same time: flows and stocks; of several publications the newest. Zones and
-- revisions make some per cent of difference. A city that lies among its counties is their mean,
-- as income a head is.
with

counties as (
    select
        ref_area,
        parent,
        count(*) over (partition by parent) as counties
    from areas
    where level = 'county' and parent is not null
),

-- Most figures are of counties, and few have one of their city beside them.
cities as (
    select distinct
        o.indicator,
        o.time_period,
        o.coverage
    from observations as o
    inner join areas as a on o.ref_area = a.ref_area and a.level = 'city'
    where o.breakdown is null
),

whole as (
    select
        o.*,
        s.published_on
    from observations as o
    semi join cities as c
        on
            o.indicator = c.indicator
            and o.time_period = c.time_period
            and o.coverage = c.coverage
    inner join indicators as i on o.indicator = i.indicator and i.kind in ('flow', 'stock')
    inner join sources as s on o.source = s.source
    inner join areas as a on o.ref_area = a.ref_area and a.level in ('city', 'county')
    where o.breakdown is null and o.obs_value is not null
    qualify row_number() over (
        partition by o.indicator, o.ref_area, o.time_period, o.coverage
        order by s.published_on desc nulls last, o.source asc, o.scope asc, o.file asc, o.line asc
    ) = 1
),

summed as (
    select
        w.indicator,
        w.time_period,
        w.coverage,
        c.parent,
        sum(w.obs_value) as total,
        min(w.obs_value) as least,
        max(w.obs_value) as most,
        count(*) = max(c.counties) as is_whole
    from whole as w
    inner join counties as c on w.ref_area = c.ref_area
    group by w.indicator, w.time_period, w.coverage, c.parent
)

select
    w.file,
    w.line,
    w.obs_value as found,
    s.total,
    w.obs_value - s.total as difference
from whole as w
inner join summed as s
    on
        w.indicator = s.indicator
        and w.time_period = s.time_period
        and w.coverage = s.coverage
        and w.ref_area = s.parent
where
    s.is_whole
    and abs(w.obs_value - s.total) > 0.1 * abs(w.obs_value)
    and w.obs_value not between s.least and s.most
order by w.file, w.line
