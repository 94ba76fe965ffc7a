-- The words of which queries are made: what a word of the data means, said once. figures.sql and
-- judgements.sql say which figures there are and how they are judged, ../ledger/counted.sql how
-- orders are counted.

---------- periods: 2021, 2021-11, 2021-Q3, 2020-11-01

create macro year_of(time_period) as cast(substr(time_period, 1, 4) as integer);

create macro quarter_of(time_period) as cast(substr(time_period, 7) as integer);

-- 11 of 2021-11 and 2021-11-30.
create macro month_of(time_period) as cast(substr(time_period, 6, 2) as integer);

-- The last month of a period, as 2024-12: a whole year ends after each of its parts, which plain
-- text does not say ('2024' < '2024-06' < '2024-Q1').
create macro last_month(time_period) as
case
    when length(time_period) = 4 then time_period || '-12'
    when contains(time_period, 'Q')
        then left(time_period, 5) || lpad(cast(3 * quarter_of(time_period) as string), 2, '0')
    else left(time_period, 7)
end;

-- Whole years and points in time tell a year; year to date, quarters and months are no years.
create macro tells_year(coverage) as coverage in ('year', 'point');

-- What a figure tells: a year, or else its own period.
create macro told_period(coverage, time_period) as
case
    when tells_year(coverage) then substr(time_period, 1, 4)
    else coverage || ' ' || time_period
end;

-- A year is told by its own figure before that of a point in it, by the last of several points.
create macro lateness(coverage, time_period) as
case coverage when 'year' then 'whole year' else time_period end;

-- The years from one to another; none where they stand the wrong way round.
create macro years_from(first_year, last_year) as table
    select cast(year as integer) as year
    from range(first_year, last_year + 1) as years (year); -- noqa: AL05

---------- figures: who says them, and what an estimate says

-- An official document is believed before a newspaper, that before a copy of unknown care, and that
-- before an encyclopaedia, which anybody may change.
create macro distrust(kind) as
case kind when 'official' then 1 when 'newspaper' then 2 when 'encyclopaedia' then 4 else 3 end;

-- Taken from a copy (二手资料): a database that repeats figures, an encyclopaedia.
create macro is_second_hand(kind) as distrust(kind) > 2;

-- What an estimate's note quotes of a round number of which there were more, word for word:
-- 11000余本, 200余万元, 20万余人, 30000多名, 9000吨以上.
create macro quoted(obs_status, note) as
case
    when obs_status = 'E'
        then nullif(
            regexp_extract(
                note, '([0-9.]+([万亿]?[余多][^“”，；。]{0,4}|[^“”，；。0-9]{0,4}以上))', 1
            ),
            ''
        )
end;

create macro is_more_than(obs_status, note) as quoted(obs_status, note) is not null;

-- How an estimate came about: quoted as more than so many, forecast (预计), projected between
-- two censuses (推算), or about.
create macro estimate_of(obs_status, note) as
case
    when obs_status <> 'E' then null
    when is_more_than(obs_status, note) then 'more_than'
    when contains(note, '预计') then 'forecast'
    when contains(note, '推算') then 'projected'
    else 'about'
end;

---------- scopes: the whole jurisdiction, without the zones, or not stated

create macro stated(scope) as coalesce(scope, 'unstated');

-- Of two scopes the whole jurisdiction counts; what leaves the zones out comes last.
create macro breadth(scope) as
case scope when 'whole_jurisdiction' then 1 when 'excluding_zones' then 3 else 2 end;

create macro is_without_zones(scope) as coalesce(scope = 'excluding_zones', false);

-- Two scopes compare unless both are stated and differ: most sources state none.
create macro comparable(one, other) as
stated(one) = 'unstated' or stated(other) = 'unstated' or one = other;

---------- amounts

-- Amounts that add up over areas. What is counted in single 元 is an income a head.
create macro is_sum(kind, unit_zh) as kind in ('flow', 'stock') and unit_zh <> '元';

---------- choices and orders

-- The order of every bulletin and every work report: GDP, industry, investment, consumption,
-- incomes, finance, and then the rest.
create macro report_place(indicator, sector) as
case
    when starts_with(indicator, 'gdp') then 1
    when contains(indicator, 'industry') then 2
    when starts_with(indicator, 'fixed_asset_investment') then 3
    when sector = 'investment' then 4
    when contains(indicator, 'retail') then 5
    when sector = 'income' then 6
    when sector = 'finance' then 7
    else 8
end;

-- Nothing chosen is everything.
create macro is_chosen(code, choice) as array_length(choice) = 0 or array_contains(choice, code);

-- An indicator that is asked for; where none is, those that head the overview.
create macro is_wanted(indicator, headline, choice) as
array_contains(choice, indicator) or (array_length(choice) = 0 and headline is not null);

-- The home area first, then from near to far.
create macro nearness(is_home, level) as
case
    when is_home then 0
    when level = 'county' then 1
    when level = 'zone' then 2
    when level = 'city' then 3
    when level = 'province' then 4
    else 5
end;

-- The difference of two published decimals, without what is left over of it in binary: 5.35 - 5.3
-- is 0.05, which is rounded up, and not 0.0499999999999998. What is published has fewer decimals.
create macro difference(one, other) as round(one - other, 10);

-- How far one value lies ahead of another; where nothing is better, ahead is higher.
create macro advantage(one, other, better) as
case better when 'lower' then difference(other, one) else difference(one, other) end;

-- How far a figure may stay behind a target and still reach it: one of “about 6” is reached by
-- what rounds to it, 5.5; of “about 5.5” by 5.45.
create macro leeway(qualifier, target) as
case qualifier
    when 'about'
        then 0.5 / pow(10, length(rtrim(split_part(cast(target as varchar), '.', 2), '0')))
    else 0
end;
