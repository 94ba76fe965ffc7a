-- Published growth of more than 300 %: 6.5 becomes 650 where a workbook's 6.5 % is written twice.
select
    o.file,
    o.line,
    o.obs_value as found
from observations as o
inner join indicators as i on o.indicator = i.indicator and i.kind = 'growth'
where abs(o.obs_value) > 300
order by o.file, o.line
