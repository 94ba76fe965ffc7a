-- Wholes that are not the sum of their parts, as one source publishes them: GDP and the three
-- industries. Only where every part is known. Tolerated: the rounding of each figure
-- as it is written, or 0.1 %.
with

parts as (
    select
        i.part_of as whole,
        o.ref_area,
        o.time_period,
        o.coverage,
        o.scope,
        o.source,
        sum(o.obs_value) as total,
        sum(rounding_of(o.obs_value)) as rounding,
        count(o.obs_value) as known
    from observations as o
    inner join indicators as i on o.indicator = i.indicator
    where i.part_of is not null and o.breakdown is null
    group by all
),

counted as (
    select
        part_of as whole,
        count(*) as parts
    from indicators
    where part_of is not null
    group by part_of
)

select
    o.file,
    o.line,
    o.obs_value as found,
    p.total,
    o.obs_value - p.total as difference
from observations as o
inner join counted as c on o.indicator = c.whole
inner join parts as p
    on
        o.indicator = p.whole
        and o.ref_area = p.ref_area
        and o.time_period = p.time_period
        and o.coverage = p.coverage
        and o.scope is not distinct from p.scope
        and o.source = p.source
        and c.parts = p.known
where
    o.breakdown is null
    and abs(o.obs_value - p.total)
    > greatest(p.rounding + rounding_of(o.obs_value), 0.001 * abs(o.obs_value)) + 1e-9
order by o.file, o.line
