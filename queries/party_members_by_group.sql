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
--   members                  DOUBLE     人
--   all_members              DOUBLE     人
--   all_members_is_more_than BOOLEAN    the source says 余, 多 or 以上
--   share_pct                DOUBLE     per cent

select
    g.year,
    g.breakdown,
    b.name_zh,
    b.name_en,
    g.obs_value as members,
    t.obs_value as all_members,
    coalesce(t.is_more_than, false) as all_members_is_more_than,
    100 * g.obs_value / nullif(t.obs_value, 0) as share_pct
from annual_parts as g
inner join breakdowns as b on g.breakdown = b.breakdown
left join annual_observations as t
    on g.indicator = t.indicator and g.ref_area = t.ref_area and g.year = t.year
where
    g.indicator = 'party_members'
    and g.ref_area = $area
    and b.dimension = 'party_member_group'
    and g.year between $first_year and $last_year
order by g.year asc, members desc nulls last, g.breakdown asc
