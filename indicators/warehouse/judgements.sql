-- What is judged of figures: growth, targets, ranks.

-- The published growth of the levels of one area in the same months, the lowest of several.
create macro published_growths(area) as table
    select
        i.growth_of as indicator,
        f.year,
        f.months,
        f.obs_value as growth_pct,
        f.scope,
        f.era
    from told_figures as f
    inner join indicators as i on f.indicator = i.indicator
    where f.ref_area = area and i.growth_of is not null
    qualify row_number() over (
        partition by i.growth_of, f.year, f.months
        order by f.obs_value asc, f.indicator asc
    ) = 1;

-- Each of them with how far it is from that of the year before (growth_change).
create macro followed_growths(area) as table
    select
        *,
        case
            when
                lag(year) over series = year - 1
                and lag(era) over series = era
                and comparable(scope, lag(scope) over series)
                then difference(growth_pct, lag(growth_pct) over series)
        end as growth_change
    from published_growths(area)
    window series as (
        partition by indicator, months
        order by year asc
    );

-- Each figure against its year's target: done, pace, distance, state. A year in the course of
-- which the series breaks has none but the state.
create view target_progress as
with compared as (
    select
        t.indicator,
        t.ref_area,
        f.year,
        f.months,
        f.time_period,
        f.coverage,
        t.target_value as target,
        t.qualifier,
        i.kind,
        i.better,
        f.elapsed_pct,
        b.indicator is not null as is_broken,
        case
            when b.indicator is null and i.kind in ('flow', 'stock')
                then 100 * f.obs_value / nullif(t.target_value, 0)
        end as done_pct,
        case
            when b.indicator is null and i.kind not in ('flow', 'stock')
                then advantage(f.obs_value, t.target_value, i.better)
        end as distance,
        advantage(f.obs_value, t.target_value, i.better) >= -leeway(t.qualifier, t.target_value)
            as is_reached
    from targets as t
    inner join indicators as i on t.indicator = i.indicator
    inner join period_figures as f
        on
            t.indicator = f.indicator
            and t.ref_area = f.ref_area
            and year_of(t.time_period) = f.year
    left join year_breaks as b
        on
            t.indicator = b.indicator
            and t.ref_area = b.ref_area
            and f.year = b.year
            and b.is_within
)

select
    indicator,
    ref_area,
    year,
    months,
    time_period,
    coverage,
    elapsed_pct,
    target,
    qualifier,
    done_pct,
    distance,
    case when kind = 'flow' then done_pct - elapsed_pct end as pace_points,
    case
        when is_broken then 'broken'
        when is_reached and (better <> 'lower' or elapsed_pct = 100) then 'achieved'
        when elapsed_pct = 100 then 'missed'
        when kind = 'flow' and advantage(done_pct, elapsed_pct, better) >= 0 then 'on_pace'
        when kind <> 'flow' and is_reached then 'on_pace'
        else 'behind'
    end as state
from compared;

-- The indicators that print the share of a plan or a budget that is done of another.
create view plan_shares as
select *
from (
    values
    ('gdp', 'gdp_plan_completion_pct', 'plan'),
    ('retail_sales', 'retail_plan_completion_pct', 'plan'),
    (
        'district_key_projects_investment',
        'district_key_projects_plan_completion_pct',
        'plan'
    ),
    (
        'municipal_key_projects_investment',
        'municipal_key_projects_plan_completion_pct',
        'plan'
    ),
    ('total_fiscal_revenue', 'total_fiscal_revenue_budget_completion_pct', 'budget'),
    (
        'general_public_budget_revenue',
        'general_public_budget_revenue_budget_completion_pct',
        'budget'
    )
) as pairs (indicator, share, planned_by); -- noqa: AL05

-- The printed shares by the months that they cover.
create view printed_progress as
select
    p.indicator,
    f.ref_area,
    f.year,
    f.months,
    f.time_period,
    f.coverage,
    f.elapsed_pct,
    f.obs_value as done_pct,
    f.obs_value - f.elapsed_pct as pace_points,
    p.planned_by
from period_figures as f
inner join plan_shares as p on f.indicator = p.share;

-- What is said to be done of a plan, a budget (planned_by) or a target: the share that the
-- document prints, else the computed one. A printed share needs no figure and no target: of many
-- plans the document says no more.
create view told_progress as
select
    p.indicator,
    p.ref_area,
    p.year,
    p.months,
    p.time_period,
    p.coverage,
    p.elapsed_pct,
    t.target,
    p.planned_by,
    p.done_pct,
    p.pace_points,
    t.distance,
    case
        when t.state = 'broken' then t.state
        when p.done_pct >= 100 then 'achieved'
        when p.elapsed_pct = 100 then 'missed'
        when p.pace_points >= 0 then 'on_pace'
        else 'behind'
    end as state
from printed_progress as p
left join target_progress as t
    on
        p.indicator = t.indicator
        and p.ref_area = t.ref_area
        and p.year = t.year
        and p.months = t.months

union all

select
    t.indicator,
    t.ref_area,
    t.year,
    t.months,
    t.time_period,
    t.coverage,
    t.elapsed_pct,
    t.target,
    case t.qualifier when 'plan' then 'plan' else 'target' end as planned_by,
    t.done_pct,
    t.pace_points,
    t.distance,
    t.state
from target_progress as t
anti join printed_progress as p
    on
        t.indicator = p.indicator
        and t.ref_area = p.ref_area
        and t.year = p.year
        and t.months = p.months;

-- What of a figure calls for attention, the gravest first. A change is against the year before; of
-- a level, growth_pct and growth_change are those of its published growth.
create macro call_of(
    state, kind, better, value, growth_pct, change, growth_change, city_points, has_lost_place
) as
case
    when better = 'neither' then null
    when state in ('missed', 'behind') then state
    when better = 'higher' and coalesce(growth_pct, case kind when 'growth' then value end) < 0
        then 'shrinking'
    when kind <> 'growth' and advantage(0, change, better) > 0 then 'falling'
    when advantage(city_points, 0, better) <= -0.5 then 'below_city'
    when has_lost_place then 'losing_rank'
    when advantage(case kind when 'growth' then change else growth_change end, 0, better) <= -0.5
        then 'slowing'
end;

-- What of a figure goes well, by the first that holds; never of one that falls or calls. Half a
-- point tells a growth apart from the city's and from the year's before, in both lists.
create macro credit_of(
    state, kind, better, value, growth_pct, change, growth_change, city_points, has_gained_place
) as
case
    when better = 'neither' then null
    when coalesce(growth_pct, case kind when 'growth' then value end) < 0 then null
    when state in ('achieved', 'on_pace') then state
    when advantage(city_points, 0, better) >= 0.5 then 'above_city'
    when has_gained_place then 'gaining_rank'
    when advantage(case kind when 'growth' then change else growth_change end, 0, better) >= 0.5
        then 'quickening'
    when kind <> 'growth' and advantage(change, 0, better) > 0 then 'rising'
end;

-- The place of each county among the counties of an area's city that have a figure of the year;
-- a figure without the zones has none. Of some indicators, for ranks look at many areas.
-- is_comparable: the same counties as in the year before, and no series of theirs breaks in
-- this one. is_of_all: every county has a place, and there are more than three, so that a place
-- can be told.
create macro county_ranks(indicators, area) as table
    with scored as (
        select
            f.indicator,
            f.ref_area,
            f.year,
            f.era,
            advantage(f.obs_value, 0, i.better) as score
        from period_figures as f
        inner join indicators as i on f.indicator = i.indicator
        where
            f.indicator in (select unnest(indicators))
            and f.ref_area in (select unnest(sisters_of(area)))
            and f.months = 'all'
            and not is_without_zones(f.scope)
    ),

    ranked as (
        select
            *,
            rank() over (partition by indicator, year order by score desc) as rank,
            count(*) over (partition by indicator, year) as ranked,
            count(*) over (partition by indicator, year, score) > 1 as is_tied
        from scored
    ),

    followed as (
        select
            *,
            lag(year) over series = year - 1 as is_next_year,
            lag(rank) over series as rank_before,
            lag(ranked) over series as ranked_before,
            lag(era) over series as era_before
        from ranked
        window series as (
            partition by indicator, ref_area
            order by year asc
        )
    )

    select
        indicator,
        ref_area,
        year,
        score,
        rank,
        ranked,
        is_tied,
        case when is_next_year then rank_before end as previous_rank,
        ranked > 3 and ranked = array_length(sisters_of(area)) as is_of_all,
        bool_and(coalesce(is_next_year and ranked_before = ranked and era_before = era, false))
            over (partition by indicator, year) as is_comparable
    from followed;
