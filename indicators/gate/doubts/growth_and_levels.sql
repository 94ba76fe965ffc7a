-- Published growth more than 10 percentage points away from that of the published levels. Real
-- growth leaves prices out, so some points of difference are right. Not across a break, and not
-- between different scopes or sources of different years' revisions: of several, the newest.
with

paired as (
    select growth_of as indicator
    from indicators
    where growth_of is not null
    union
    select indicator
    from indicators
    where growth_of is not null
),

annual as (
    select
        o.*,
        cast(substr(o.time_period, 1, 4) as integer) as year
    from observations as o
    inner join sources as s on o.source = s.source
    semi join paired on o.indicator = paired.indicator
    where o.coverage = 'year' and o.breakdown is null and o.obs_value is not null
    qualify row_number() over (
        partition by o.indicator, o.ref_area, o.time_period, o.scope
        order by s.published_on desc nulls last, o.source asc
    ) = 1
)

select
    g.file,
    g.line,
    g.obs_value as found,
    100 * (l.obs_value / p.obs_value - 1) as computed,
    p.obs_value as earlier,
    l.obs_value as later
from annual as g
inner join indicators as i on g.indicator = i.indicator and i.kind = 'growth'
inner join indicators as w on i.growth_of = w.indicator and w.kind <> 'growth'
inner join annual as l
    on
        i.growth_of = l.indicator
        and g.ref_area = l.ref_area
        and g.year = l.year
inner join annual as p
    on
        l.indicator = p.indicator
        and l.ref_area = p.ref_area
        and l.year = p.year + 1
        and l.scope is not distinct from p.scope
        and p.obs_value > 0
left join breaks as b
    on
        l.indicator = b.indicator
        and l.ref_area = b.ref_area
        and substr(b.time_period, 1, 4) = l.time_period
where
    b.indicator is null
    and abs(g.obs_value - 100 * (l.obs_value / p.obs_value - 1)) > 10
order by g.file, g.line
