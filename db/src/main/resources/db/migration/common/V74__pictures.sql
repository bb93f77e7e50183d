-- Pictures that everybody may see: a colleague's photo, a site's logo. Drawn by Parley itself; the bytes lie in the file store.
create sequence picture_seq start with 50 increment by 50;
create table picture (
    id          bigint      primary key,
    company_id  bigint      not null references company (id),
    -- 128 random bits: the address is all it takes to see it
    public_id   varchar(40) not null unique,
    -- portrait, logo
    use_as      varchar(10) not null,
    type        varchar(20) not null,
    size        integer     not null,
    width       integer     not null,
    height      integer     not null,
    store_key   varchar(32) not null,
    made_at     timestamp with time zone not null,
    -- since when nothing shows it: it cannot be seen any more, and goes for good an hour later
    loose_since timestamp with time zone
);
-- quota: how many a company had drawn lately
create index picture_company on picture (company_id, made_at);
create index picture_loose on picture (loose_since);

-- address on Parley's own origin, and how large it is
alter table site add column logo varchar(300);
alter table site add column logo_width integer;
alter table site add column logo_height integer;
