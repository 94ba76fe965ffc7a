-- Wholes that their parts do not add up to, as one source publishes them: GDP and the three
-- industries, a total and its disaggregation, a subtotal and what is part_of it. Only where every
-- part is known; but a disaggregation is more than its whole however few of its parts are known,
-- and where it is much less it names only the largest ones. Tolerated: the rounding of each figure
-- as it is written, or 0.1 %.
with

-- The parts of an indicator are other indicators, or a dimension of breakdowns of its own.
placed as (
    select
        o.*,
        i.part_of as whole,
        cast(null as varchar) as subtotal,
        cast(null as varchar) as dimension
    from observations as o
    inner join indicators as i on o.indicator = i.indicator
    where i.part_of is not null and o.breakdown is null
    union all
    select
        o.*,
        o.indicator as whole,
        b.part_of as subtotal,
        b.dimension
    from observations as o
    inner join breakdowns as b on o.breakdown = b.breakdown
    inner join indicators as i on o.indicator = i.indicator
    where i.kind in ('flow', 'stock')
),

summed as (
    select
        whole,
        subtotal,
        dimension,
        ref_area,
        time_period,
        coverage,
        scope,
        source,
        sum(obs_value) as total,
        sum(rounding_of(obs_value)) as rounding,
        count(obs_value) as known
    from placed
    group by all
),

counted as (
    select
        part_of as whole,
        cast(null as varchar) as subtotal,
        cast(null as varchar) as dimension,
        count(*) as parts
    from indicators
    where part_of is not null
    group by part_of
    union all
    select
        null as whole,
        part_of as subtotal,
        dimension,
        count(*) as parts
    from breakdowns
    group by dimension, part_of
)

select
    o.file,
    o.line,
    o.obs_value as found,
    s.total,
    o.obs_value - s.total as difference
from observations as o
inner join summed as s
    on
        o.indicator = s.whole
        and o.breakdown is not distinct from s.subtotal
        and o.ref_area = s.ref_area
        and o.time_period = s.time_period
        and o.coverage = s.coverage
        and o.scope is not distinct from s.scope
        and o.source = s.source
inner join counted as c
    on
        s.dimension is not distinct from c.dimension
        and s.subtotal is not distinct from c.subtotal
        and coalesce(c.whole, s.whole) = s.whole
where
    abs(o.obs_value - s.total)
    > greatest(s.rounding + rounding_of(o.obs_value), 0.001 * abs(o.obs_value)) + 1e-9
    and case
        when s.dimension is null then s.known = c.parts
        else s.total > o.obs_value or (s.known = c.parts and s.total > 0.9 * o.obs_value)
    end
order by o.file, o.line, s.dimension nulls first
