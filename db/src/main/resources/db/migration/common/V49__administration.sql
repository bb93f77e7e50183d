-- What administrators edit in the portal. The versions tell two of them who edit the same thing apart.
alter table company add column version bigint default 0 not null;

-- Where a company can be reached beside the desk. What is not shown is for colleagues only.
create sequence location_seq start with 50 increment by 50;
create table location (
    id         bigint       primary key,
    company_id bigint       not null references company (id),
    position   integer      not null,
    name       varchar(120) not null,
    address    varchar(500),
    shown      boolean      not null
);
create index location_company on location (company_id, position);

create sequence contact_point_seq start with 50 increment by 50;
create table contact_point (
    id          bigint       primary key,
    company_id  bigint       not null references company (id),
    location_id bigint       not null references location (id),
    position    integer      not null,
    -- phone, email, link
    kind        varchar(10)  not null,
    label       varchar(60),
    text        varchar(500) not null,
    shown       boolean      not null
);
create index contact_point_location on contact_point (location_id, position);

-- An archived department takes nothing new; what would come to it goes to its successor.
alter table department add column version bigint default 0 not null;
alter table department add column archived_at timestamp with time zone;
alter table department add column successor_id bigint references department (id);

alter table account add column version bigint default 0 not null;
-- the languages that a colleague answers in, as BCP 47 tags with commas between them
alter table account add column spoken varchar(200);
