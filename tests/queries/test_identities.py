"""What must hold over the shipped data, as queries that select the offenders.

Comparisons say `is distinct from` or name their tolerance, so that a missing value offends.
"""

import pytest

IDENTITIES = {
    "a_published_growth_belongs_to_a_level": """
        select g.indicator
        from indicators as g
        left join indicators as level on g.growth_of = level.indicator
        where g.growth_of is not null and (level.indicator is null or g.kind <> 'growth')
    """,
    "a_year_has_one_figure_an_indicator_and_area": """
        select indicator, ref_area, year
        from annual_observations
        group by indicator, ref_area, year
        having count(*) > 1
    """,
    "shares_of_the_three_industries_sum_to_a_hundred": """
        select ref_area, year, sum(obs_value)
        from annual_observations
        where indicator in ('primary_share_pct', 'secondary_share_pct', 'tertiary_share_pct')
        group by ref_area, year
        having count(*) = 3 and abs(sum(obs_value) - 100) > 0.15 -- three roundings to 0.1
    """,
    "the_three_industries_sum_to_gdp": """
        select gdp.ref_area, gdp.year, gdp.obs_value, sum(part.obs_value)
        from annual_observations as gdp
        inner join annual_observations as part
            on gdp.ref_area = part.ref_area and gdp.year = part.year and gdp.source = part.source
        where
            gdp.indicator = 'gdp'
            and part.indicator in (
                'primary_value_added', 'secondary_value_added', 'tertiary_value_added'
            )
        group by gdp.ref_area, gdp.year, gdp.obs_value
        having
            count(*) = 3
            and abs(gdp.obs_value - sum(part.obs_value)) > 0.001 * gdp.obs_value
    """,
    "a_rank_is_a_whole_number_from_one": """
        select o.indicator, o.obs_value
        from observations as o
        inner join indicators as i on o.indicator = i.indicator
        where i.kind = 'rank' and (o.obs_value < 1 or o.obs_value <> floor(o.obs_value))
    """,
    "a_part_is_not_larger_than_its_whole": """
        select part.indicator, part.time_period, part.breakdown
        from observations_in_force as part
        inner join observations_in_force as whole
            on
                part.indicator = whole.indicator
                and part.ref_area = whole.ref_area
                and part.time_period = whole.time_period
                and part.coverage = whole.coverage
                and part.scope is not distinct from whole.scope
        inner join indicators as i on part.indicator = i.indicator
        where
            part.breakdown is not null
            and whole.breakdown is null
            and i.kind in ('flow', 'stock')
            and part.obs_value > whole.obs_value
    """,
    "the_planned_categories_of_a_year_sum_to_its_plan": """
        select plan.year, plan.obs_value, sum(category.obs_value)
        from annual_observations as plan
        inner join observations_in_force as category
            on
                plan.indicator = category.indicator
                and plan.ref_area = category.ref_area
                and plan.year = category.year
        where
            plan.indicator = 'district_key_projects_planned_investment'
            and category.breakdown is not null
            and category.breakdown <> 'industry_group'
        group by plan.year, plan.obs_value
        having abs(plan.obs_value - sum(category.obs_value)) > 0.05 -- 81.0143, published as 81
    """,
    "a_target_belongs_to_a_year": """
        select indicator, time_period
        from targets
        where try_cast(time_period as integer) is null
    """,
    "a_livelihood_action_is_completed_once_at_most": """
        select done.breakdown, done.time_period
        from observations_in_force as done
        inner join observations_in_force as plan
            on
                done.ref_area = plan.ref_area
                and done.time_period = plan.time_period
                and done.breakdown is not distinct from plan.breakdown
        where
            done.indicator = 'livelihood_actions_completed'
            and plan.indicator = 'livelihood_actions_planned'
            and done.obs_value > plan.obs_value
    """,
}


@pytest.mark.parametrize("name", IDENTITIES)
def test_no_row_offends(shipped, name):
    assert shipped.cursor().execute(IDENTITIES[name]).fetchall() == []
