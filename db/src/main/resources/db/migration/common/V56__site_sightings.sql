-- From which pages a site's loader was asked for: "is it installed?" The rows of a site are bounded, and written at most once a minute each.
create table site_sighting (
    site_id    bigint       not null references site (id),
    company_id bigint       not null references company (id),
    origin     varchar(300) not null,
    first_seen timestamp with time zone not null,
    last_seen  timestamp with time zone not null,
    primary key (site_id, origin)
);
