-- What a visitor filled in before the conversation, in the words in which it was asked; what it agreed to stands there word for word.
create table conversation_answer (
    conversation_id bigint        not null references conversation (id),
    company_id      bigint        not null references company (id),
    position        integer       not null,
    name            varchar(40)   not null,
    kind            varchar(10)   not null,
    label           varchar(1000) not null,
    answer          varchar(500)  not null,
    primary key (conversation_id, position)
);
