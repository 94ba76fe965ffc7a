-- What a ledger may write, and the code that it means.

create temporary table words as
select 'sector' as kind, sector as word, sector as code from sectors
union
select 'sector', name_zh, sector from sectors
union
select 'tier', breakdown, breakdown from breakdowns where dimension = 'tier'
union
select 'tier', name_zh, breakdown from breakdowns where dimension = 'tier';

create temporary macro code_of(kind_of_word, written) as
(
    select map(list(word), list(code)) from words where kind = kind_of_word
)[written];

-- A plain date is compared with what it is written as, for a cast would also take other forms.
create temporary macro day_of(written) as
case
    when length(written) = 10 and cast(try_cast(written as date) as varchar) = written
        then try_cast(written as date)
    when regexp_full_match(
        written, '(19|20)[0-9]{2}(/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)'
    )
        then try_cast(
            replace(replace(replace(replace(written, '/', '-'), '年', '-'), '月', '-'), '日', '')
            as date
        )
end;
