-- What somebody asked to be done once, and the answer it got: the same again within a day gets it too.
create sequence idempotency_key_seq start with 50 increment by 50;
create table idempotency_key (
    id           bigint      primary key,
    company_id   bigint      not null references company (id),
    account_id   bigint      not null references account (id),
    -- name of the API token that asked, or empty for a person
    via          varchar(60) not null,
    -- SHA-256 of the key, and of method, path and body
    key_hash     varchar(64) not null,
    request_hash varchar(64) not null,
    begun_at     timestamp with time zone not null,
    -- 0 while it is under way
    status       integer     not null,
    body         varchar(1000000),
    constraint idempotency_key_caller unique (company_id, account_id, via, key_hash)
);
create index idempotency_key_begun on idempotency_key (begun_at);
