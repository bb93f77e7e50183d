-- Colleagues whom an internal note names ("@Anna Agent"). Kept when seen: who was asked may go on seeing the conversation.
create sequence mention_seq start with 50 increment by 50;
create table mention (
    id              bigint  primary key,
    company_id      bigint  not null references company (id),
    note_id         bigint  not null references note (id),
    conversation_id bigint  not null references conversation (id),
    account_id      bigint  not null references account (id),
    seen            boolean not null,
    unique (note_id, account_id)
);
create index mention_of on mention (account_id, conversation_id, seen);
