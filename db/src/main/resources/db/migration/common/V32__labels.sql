-- The company's own words to choose from: tags and one outcome for a conversation, reasons for being away.
-- A retired one is offered no more; what carries it keeps it.
create sequence label_seq start with 50 increment by 50;
create table label (
    id         bigint primary key,
    public_id  varchar(32) not null unique,
    company_id bigint      not null references company (id),
    -- tag, outcome, away
    kind       varchar(10) not null,
    name       varchar(60) not null,
    position   integer     not null,
    retired_at timestamp with time zone,
    unique (company_id, kind, name)
);

create table conversation_tag (
    conversation_id bigint not null references conversation (id),
    label_id        bigint not null references label (id),
    company_id      bigint not null references company (id),
    at              timestamp with time zone not null,
    primary key (conversation_id, label_id)
);
create index conversation_tag_label on conversation_tag (label_id, at);

alter table conversation add column outcome_id bigint references label (id);
-- what a conversation was closed with stays in its log when it is opened again
alter table conversation_event add column outcome_id bigint references label (id);

alter table department add column tags_required boolean default false not null;
