-- Wholes that are less than their parts, as one source publishes them: a total and its
-- disaggregation, a subtotal and what is part_of it. Where every part is known, also wholes that
-- are a little more; many disaggregations name only the largest parts, so much more is no doubt.
-- Tolerated: the rounding of each figure as it is written, or 0.1 %.
with

placed as (
    select
        o.*,
        b.dimension,
        b.part_of
    from observations as o
    inner join breakdowns as b on o.breakdown = b.breakdown
    inner join indicators as i on o.indicator = i.indicator
    where i.kind in ('flow', 'stock')
),

parts as (
    select
        indicator,
        ref_area,
        time_period,
        coverage,
        scope,
        source,
        dimension,
        part_of,
        sum(obs_value) as total,
        sum(rounding_of(obs_value)) as rounding,
        count(obs_value) as known
    from placed
    group by all
),

counted as (
    select
        dimension,
        part_of,
        count(*) as parts
    from breakdowns
    group by dimension, part_of
)

select
    o.file,
    o.line,
    o.obs_value as found,
    p.total,
    o.obs_value - p.total as difference
from observations as o
inner join parts as p
    on
        o.indicator = p.indicator
        and o.ref_area = p.ref_area
        and o.time_period = p.time_period
        and o.coverage = p.coverage
        and o.scope is not distinct from p.scope
        and o.source = p.source
        and o.breakdown is not distinct from p.part_of
inner join counted as c
    on p.dimension = c.dimension and p.part_of is not distinct from c.part_of
where
    abs(o.obs_value - p.total)
    > greatest(p.rounding + rounding_of(o.obs_value), 0.001 * abs(o.obs_value)) + 1e-9
    and (p.total > o.obs_value or (p.known = c.parts and p.total > 0.9 * o.obs_value))
order by o.file, o.line, p.dimension
