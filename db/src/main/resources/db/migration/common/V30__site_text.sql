-- What a site says in its own words, in place of the widget's, by language. The names are those of the widget's tables of words.
create table site_text (
    site_id    bigint       not null references site (id),
    company_id bigint       not null references company (id),
    language   varchar(35)  not null,
    name       varchar(40)  not null,
    text       varchar(1000) not null,
    primary key (site_id, language, name)
);

insert into site_text (site_id, company_id, language, name, text)
select id, company_id, substring(languages from 1 for position(',' in languages || ',') - 1), 'greeting', greeting
from site where greeting <> '';

alter table site drop column greeting;
