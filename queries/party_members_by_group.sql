-- Groups among the Party members of one area, each beside all its members.
--
-- share_pct = 100 * members / all_members of the same year. Missing when either is missing or
-- there are no members at all. Groups may overlap: they are never added. Where the source
-- says “more than” of all members, the true shares are a little smaller. Of both scopes, the
-- whole jurisdiction counts; of several points in a year, the last.
--
-- Parameters
--   $area                    VARCHAR    code, as in data/areas.csv
--   $first_year              INTEGER
--   $last_year               INTEGER
--
-- Returns one row per year and group, earliest year and largest group first
--   year                     INTEGER
--   breakdown                VARCHAR    code
--   name_zh                  VARCHAR
--   name_en                  VARCHAR
--   members                  INTEGER    人
--   all_members              INTEGER    人
--   all_members_is_more_than BOOLEAN    the source says 余, 多 or 以上
--   share_pct                DOUBLE     per cent

with

member_groups as (
    select
        o.year,
        o.breakdown,
        b.name_zh,
        b.name_en,
        o.obs_value as members
    from observations_in_force as o
    inner join breakdowns as b on o.breakdown = b.breakdown
    where
        o.indicator = 'party_members'
        and o.ref_area = $area
        and o.coverage in ('year', 'point')
        and b.dimension = 'party_member_group'
        and o.year between $first_year and $last_year
    qualify row_number() over (
        partition by o.year, o.breakdown
        order by
            case o.scope when 'excluding_zones' then 1 else 0 end asc,
            o.coverage desc,
            o.time_period desc
    ) = 1
)

select
    g.year,
    g.breakdown,
    g.name_zh,
    g.name_en,
    cast(g.members as integer) as members,
    cast(t.obs_value as integer) as all_members,
    coalesce(t.is_more_than, false) as all_members_is_more_than,
    100 * g.members / nullif(t.obs_value, 0) as share_pct
from member_groups as g
left join annual_observations as t
    on g.year = t.year and t.indicator = 'party_members' and t.ref_area = $area
order by g.year asc, g.members desc nulls last, g.breakdown asc
