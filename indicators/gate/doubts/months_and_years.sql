-- Flows of a year that its months or its quarters do not add up to, or that less than the year
-- had brought already by some month. Only where all months or quarters are known; of several
-- sources the newest counts. Tolerated: 1 %, since months are revised later.
with

divided as (
    select distinct
        indicator,
        ref_area
    from observations
    where coverage in ('month', 'quarter', 'year_to_date')
),

in_force as (
    select
        o.*,
        substr(o.time_period, 1, 4) as year
    from observations as o
    inner join indicators as i on o.indicator = i.indicator
    inner join sources as s on o.source = s.source
    semi join divided as d on o.indicator = d.indicator and o.ref_area = d.ref_area
    where i.kind = 'flow' and o.obs_value is not null and o.coverage <> 'point'
    qualify row_number() over (
        partition by o.indicator, o.ref_area, o.time_period, o.coverage, o.breakdown, o.scope
        order by s.published_on desc nulls last, o.source asc
    ) = 1
),

within as (
    select
        indicator,
        ref_area,
        breakdown,
        scope,
        year,
        coverage,
        case when coverage = 'year_to_date' then max(obs_value) else sum(obs_value) end as total,
        count(*) as known
    from in_force
    where coverage <> 'year'
    group by indicator, ref_area, breakdown, scope, year, coverage
)

select
    y.file,
    y.line,
    y.obs_value as found,
    w.coverage,
    w.total,
    y.obs_value - w.total as difference
from in_force as y
inner join within as w
    on
        y.indicator = w.indicator
        and y.ref_area = w.ref_area
        and y.breakdown is not distinct from w.breakdown
        and y.scope is not distinct from w.scope
        and y.year = w.year
where
    y.coverage = 'year'
    and (
        (
            (w.coverage = 'month' and w.known = 12 or w.coverage = 'quarter' and w.known = 4)
            and abs(y.obs_value - w.total) > 0.01 * abs(y.obs_value)
        )
        or (
            w.coverage = 'year_to_date'
            and y.obs_value > 0
            and w.total > 1.01 * y.obs_value
        )
    )
order by y.file, y.line, w.coverage
