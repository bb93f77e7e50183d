-- What has to leave the building, written in the transaction of the change that wants it: a drain takes it from here.
create sequence outbox_seq start with 50 increment by 50;
create table outbox (
    id         bigint      primary key,
    -- the id of the event: who gets it twice knows by it
    public_id  varchar(32) not null unique,
    company_id bigint      not null references company (id),
    -- reset, invitation
    kind       varchar(20) not null,
    recipient  varchar(254) not null,
    -- sealed with the installation's secret, as links in it open doors; emptied when it has left
    content    varchar(32000),
    attempts   integer     not null,
    -- not tried before; while somebody has it in hand, when it would be somebody else's turn
    not_before timestamp with time zone not null,
    -- worth nothing any more after it
    until      timestamp with time zone not null,
    -- sent or given up
    ended_at   timestamp with time zone,
    -- sent, refused, exhausted, over; null while it waits
    outcome    varchar(12),
    -- what the mail server said last when it did not take it
    problem    varchar(300),
    created_at timestamp with time zone not null
);
create index outbox_due on outbox (ended_at, not_before);
create index outbox_company on outbox (company_id, id);

-- Where the mails of a demo land that has no mail server.
create sequence demo_mail_seq start with 50 increment by 50;
create table demo_mail (
    id         bigint        primary key,
    public_id  varchar(32)   not null unique,
    sender     varchar(300)  not null,
    recipient  varchar(254)  not null,
    subject    varchar(300)  not null,
    body_text  varchar(8000) not null,
    body_html  varchar(16000) not null,
    at         timestamp with time zone not null
);

-- As whom a company writes; a company without a row writes under its own name.
create table mail_sender (
    company_id bigint       primary key references company (id),
    name       varchar(120),
    reply_to   varchar(254),
    version    bigint       not null
);
