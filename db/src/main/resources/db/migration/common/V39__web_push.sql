-- Notifications in the browsers of visitors who are not here (web push).
-- The pair of keys by which push services know this Parley, made once.
create table push_key (
    id          integer     primary key,
    public_key  varchar(87) not null,
    private_key varchar(43) not null
);

create sequence push_subscription_seq start with 50 increment by 50;
create table push_subscription (
    id            bigint        primary key,
    company_id    bigint        not null references company (id),
    visitor_id    bigint        not null references visitor (id) on delete cascade,
    -- the visitor's public id: letters are addressed by it
    visitor       varchar(32)   not null,
    endpoint      varchar(1000) not null,
    -- a browser notifies one visitor, the last who wanted it
    endpoint_hash varchar(64)   not null unique,
    p256dh        varchar(100)  not null,
    auth          varchar(40)   not null,
    -- what a notification says
    notice        varchar(200)  not null,
    failures      integer       not null,
    -- the conversation of the letter that waits, and how long the push service is left alone
    waiting_for   bigint references conversation (id) on delete cascade,
    not_before    timestamp with time zone,
    created_at    timestamp with time zone not null
);
create index push_subscription_of on push_subscription (company_id, visitor);
create index push_subscription_visitor on push_subscription (visitor_id);
create index push_subscription_due on push_subscription (not_before);
