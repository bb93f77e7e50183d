-- Where and when a site's widget shows its button: a JSON object, see SiteShowing
alter table site add column showing varchar(8000) default '{}' not null;

-- Conversations begun on a page whose path fits go to that department, the first that fits; those of an archived one to its successor.
create table site_route (
    site_id       bigint       not null references site (id),
    company_id    bigint       not null references company (id),
    position      integer      not null,
    pattern       varchar(200) not null,
    department_id bigint       not null references department (id),
    primary key (site_id, position)
);
