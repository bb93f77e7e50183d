-- What a program of a company's shows at the REST API. A revoked one is gone; the audit log remembers it.
create sequence api_token_seq start with 50 increment by 50;
create table api_token (
    id         bigint       primary key,
    public_id  varchar(32)  not null unique,
    company_id bigint       not null references company (id),
    -- who made it: it may never more than this account may
    account_id bigint       not null references account (id),
    name       varchar(60)  not null,
    -- how the token begins, to recognise it by
    prefix     varchar(12)  not null,
    -- SHA-256: the token itself was shown once
    token_hash varchar(64)  not null unique,
    -- names with blanks between them
    scopes     varchar(400) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone,
    constraint api_token_name unique (company_id, name)
);
