-- What the new edition changed in the figures and targets of some files: "added", "removed", or
-- "revised" where the value or the status is another. A figure is known by all that tells it
-- from other figures, its source among it; another source is another figure.
--
-- Parameters
--   $files   VARCHAR[]   the files that changed, as they are named in data/

with

was as (
    select *
    from before.observations
    where array_contains($files, file)
),

is_now as (
    select *
    from after.observations
    where array_contains($files, file)
),

figures as (
    select
        'observations' as kept_in,
        coalesce(n.indicator, w.indicator) as indicator,
        coalesce(n.ref_area, w.ref_area) as ref_area,
        coalesce(n.time_period, w.time_period) as time_period,
        coalesce(n.coverage, w.coverage) as coverage,
        coalesce(n.breakdown, w.breakdown) as breakdown,
        coalesce(n.scope, w.scope) as scope,
        coalesce(n.source, w.source) as source,
        w.obs_value as value_before,
        n.obs_value as value_now,
        w.obs_status as status_before,
        n.obs_status as status_now,
        coalesce(n.file, w.file) as file,
        case when n.file is null then 'removed' when w.file is null then 'added' else 'revised' end
            as what
    from is_now as n
    full join was as w
        on
            n.indicator = w.indicator
            and n.ref_area = w.ref_area
            and n.time_period = w.time_period
            and n.coverage = w.coverage
            and n.breakdown is not distinct from w.breakdown
            and n.scope is not distinct from w.scope
            and n.source = w.source
    where
        n.file is null
        or w.file is null
        or n.obs_value is distinct from w.obs_value
        or n.obs_status is distinct from w.obs_status
),

planned as (
    select
        'targets' as kept_in,
        coalesce(n.indicator, w.indicator) as indicator,
        coalesce(n.ref_area, w.ref_area) as ref_area,
        coalesce(n.time_period, w.time_period) as time_period,
        'year' as coverage,
        cast(null as varchar) as breakdown,
        cast(null as varchar) as scope,
        coalesce(n.source, w.source) as source,
        w.target_value as value_before,
        n.target_value as value_now,
        cast(null as varchar) as status_before,
        cast(null as varchar) as status_now,
        coalesce(n.file, w.file) as file,
        case when n.file is null then 'removed' when w.file is null then 'added' else 'revised' end
            as what
    from after.targets as n
    full join before.targets as w
        on
            n.indicator = w.indicator
            and n.ref_area = w.ref_area
            and n.time_period = w.time_period
    where
        n.file is null
        or w.file is null
        or n.target_value is distinct from w.target_value
)

select *
from figures
union all
select *
from planned
order by
    what, kept_in, indicator, ref_area, time_period, coverage, breakdown nulls first, scope, source
