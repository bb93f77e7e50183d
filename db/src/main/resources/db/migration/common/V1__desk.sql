-- The desk: companies and people, conversations and what is said in them.
-- Keys are BIGINTs from sequences of 50 (EclipseLink allocates so); public_id is what leaves the building.
-- Every table has company_id: a repository cannot be asked without a company.

create sequence company_seq start with 50 increment by 50;
create sequence site_seq start with 50 increment by 50;
create sequence department_seq start with 50 increment by 50;
create sequence account_seq start with 50 increment by 50;
create sequence sign_in_seq start with 50 increment by 50;
create sequence visitor_seq start with 50 increment by 50;
create sequence conversation_seq start with 50 increment by 50;
-- Messages are written by JDBC in groups of up to 500, see MessageLog.
create sequence message_seq start with 500 increment by 500;
create sequence note_seq start with 50 increment by 50;
create sequence conversation_event_seq start with 50 increment by 50;
create sequence offer_seq start with 50 increment by 50;
create sequence file_seq start with 50 increment by 50;

create table company (
    id          bigint primary key,
    public_id   varchar(32)  not null unique,
    name        varchar(120) not null,
    demo        boolean      not null,
    created_at  timestamp with time zone not null
);

create table department (
    id          bigint primary key,
    public_id   varchar(32)  not null unique,
    company_id  bigint       not null references company (id),
    name        varchar(120) not null,
    position    integer      not null,
    unique (company_id, name)
);

create table site (
    id                    bigint primary key,
    public_id             varchar(32)  not null unique,
    company_id            bigint       not null references company (id),
    site_key              varchar(40)  not null unique,
    name                  varchar(120) not null,
    default_department_id bigint       not null references department (id),
    -- one origin pattern a line; a port may be *
    allowed_origins       varchar(4000) not null,
    brand_color           varchar(9)   not null,
    greeting              varchar(300) not null,
    languages             varchar(200) not null,
    -- verifies a visitor's identity token (CHAT-29); never leaves the server
    identity_key          varchar(4000),
    reopen_hours          integer      not null,
    created_at            timestamp with time zone not null
);

create table account (
    id              bigint primary key,
    public_id       varchar(32)  not null unique,
    company_id      bigint       not null references company (id),
    email           varchar(254) not null unique,
    name            varchar(120) not null,
    title           varchar(120),
    role            varchar(20)  not null,
    password_hash   varchar(300) not null,
    failed_attempts integer      not null,
    locked_until    timestamp with time zone,
    active          boolean      not null,
    demo            boolean      not null,
    created_at      timestamp with time zone not null
);

create table department_member (
    company_id    bigint not null references company (id),
    department_id bigint not null references department (id),
    account_id    bigint not null references account (id),
    primary key (department_id, account_id)
);
create index department_member_account on department_member (account_id);

-- One sign-in: by the page's form, by POST /sessions, or a socket's bearer that lives under a page's sign-in.
create table sign_in (
    id          bigint primary key,
    public_id   varchar(32)  not null unique,
    company_id  bigint       not null references company (id),
    account_id  bigint       not null references account (id),
    parent_id   bigint       references sign_in (id),
    kind        varchar(10)  not null,
    token_hash  varchar(64)  not null unique,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    revoked_at  timestamp with time zone,
    address     varchar(64),
    user_agent  varchar(300)
);
create index sign_in_account on sign_in (account_id);
create index sign_in_parent on sign_in (parent_id);

create table visitor (
    id          bigint primary key,
    public_id   varchar(32)  not null unique,
    company_id  bigint       not null references company (id),
    site_id     bigint       not null references site (id),
    name        varchar(120),
    email       varchar(254),
    -- SHA-256 of the cookie; the cookie itself is only in the browser
    cookie_hash varchar(64)  not null unique,
    page_url    varchar(2000),
    page_title  varchar(300),
    referrer    varchar(2000),
    user_agent  varchar(300),
    language    varchar(35),
    consent_at  timestamp with time zone,
    created_at  timestamp with time zone not null,
    seen_at     timestamp with time zone not null
);

create table conversation (
    id             bigint primary key,
    public_id      varchar(32) not null unique,
    company_id     bigint      not null references company (id),
    site_id        bigint      not null references site (id),
    department_id  bigint      not null references department (id),
    visitor_id     bigint      not null references visitor (id),
    status         varchar(10) not null,
    -- chat, or message where nobody was there to chat
    origin         varchar(10) not null,
    priority       integer     not null,
    opened_at      timestamp with time zone not null,
    -- kept through every return to the queue
    waiting_since  timestamp with time zone not null,
    agent_id       bigint      references account (id),
    assigned_at    timestamp with time zone,
    closed_at      timestamp with time zone,
    close_reason   varchar(40),
    previous_id    bigint      references conversation (id),
    version        bigint      not null
);
create index conversation_visitor on conversation (visitor_id, id);
create index conversation_queue on conversation (status, department_id, priority, waiting_since);
create index conversation_agent on conversation (agent_id, status);
create index conversation_company on conversation (company_id, id);

-- The head of a conversation, apart from its entity so that messages never fight with the entity's version.
-- last_seq is raised under this row's lock in the transaction that inserts the message: commit order is seq order.
-- epoch grows with every change of status, owner or participants; a message written under an old epoch is refused and
-- admitted anew (fencing).
create table conversation_head (
    conversation_id bigint primary key references conversation (id),
    company_id      bigint not null,
    last_seq        bigint not null,
    epoch           bigint not null
);

create table conversation_participant (
    conversation_id bigint not null references conversation (id),
    company_id      bigint not null,
    account_id      bigint not null references account (id),
    joined_at       timestamp with time zone not null,
    primary key (conversation_id, account_id)
);
create index conversation_participant_account on conversation_participant (account_id);

-- Everything a visitor may see, in one order. A note is never in here. The public id of a message is
-- <public id of its conversation>-<seq>: unguessable because the first part is, and it needs no index of its own.
create table message (
    id              bigint primary key,
    company_id      bigint       not null,
    conversation_id bigint       not null,
    seq             bigint       not null,
    kind            varchar(10)  not null,
    -- visitor, agent, system; sender is the author's public id, or 'system'
    author_kind     varchar(10)  not null,
    sender          varchar(32)  not null,
    author_name     varchar(120) not null,
    client_id       varchar(64)  not null,
    -- SHA-256 of what makes a resend "the same": text, files, reply and target
    digest          varchar(44)  not null,
    body            varchar(8000),
    -- JSON of what only some kinds have (files, replyTo, event, change)
    extra           varchar(32000),
    at              timestamp with time zone not null,
    unique (conversation_id, seq),
    unique (company_id, sender, client_id)
);

-- Internal notes are a type of their own that no visitor query can return.
create table note (
    id              bigint primary key,
    public_id       varchar(32)   not null unique,
    company_id      bigint        not null references company (id),
    conversation_id bigint        not null references conversation (id),
    -- the seq behind which it stands
    after_seq       bigint        not null,
    author_id       bigint        not null references account (id),
    client_id       varchar(64)   not null,
    body            varchar(8000) not null,
    at              timestamp with time zone not null,
    unique (company_id, author_id, client_id)
);
create index note_conversation on note (conversation_id, after_seq);

-- How far a participant has received and read; reader is a public id. Never moves backwards.
create table read_mark (
    conversation_id bigint      not null references conversation (id),
    company_id      bigint      not null,
    reader          varchar(32) not null,
    reader_kind     varchar(10) not null,
    delivered_seq   bigint      not null,
    read_seq        bigint      not null,
    primary key (conversation_id, reader)
);

-- Append-only: every change of a conversation's life with time, actor and reason. Every report is computed from it.
create table conversation_event (
    id              bigint primary key,
    company_id      bigint      not null references company (id),
    conversation_id bigint      not null references conversation (id),
    at              timestamp with time zone not null,
    type            varchar(20) not null,
    status          varchar(10) not null,
    actor_kind      varchar(10) not null,
    actor           varchar(32) not null,
    agent_id        bigint      references account (id),
    department_id   bigint      references department (id),
    reason          varchar(300)
);
create index conversation_event_conversation on conversation_event (conversation_id, id);

-- Presence as the agent has set it; whether a connection lives is in agent_lease.
create table agent_presence (
    account_id     bigint primary key references account (id),
    company_id     bigint      not null references company (id),
    status         varchar(10) not null,
    reason         varchar(120),
    since          timestamp with time zone not null,
    -- since when the agent has had nothing new: the longest idle is offered first
    idle_since     timestamp with time zone not null,
    capacity       integer     not null,
    missed_offers  integer     not null
);
create index agent_presence_company on agent_presence (company_id, status);

-- A node renews the lease of every agent with a live socket on it; a lease not renewed for the grace time is a lost connection.
create table agent_lease (
    account_id bigint      not null references account (id),
    company_id bigint      not null references company (id),
    node       varchar(64) not null,
    sockets    integer     not null,
    renewed_at timestamp with time zone not null,
    primary key (account_id, node)
);

-- Each offer of a waiting conversation to an agent and what became of it; at most one is open for a conversation.
create table offer (
    id              bigint primary key,
    company_id      bigint      not null references company (id),
    conversation_id bigint      not null references conversation (id),
    account_id      bigint      not null references account (id),
    offered_at      timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    ended_at        timestamp with time zone,
    -- accepted, declined, missed, withdrawn
    outcome         varchar(10),
    -- the conversation while the offer is open, else null: unique, so two nodes can never offer the same one
    open_for        bigint unique
);
create index offer_account on offer (account_id, ended_at);
create index offer_conversation on offer (conversation_id, id);

create table stored_file (
    id              bigint primary key,
    public_id       varchar(32)  not null unique,
    company_id      bigint       not null references company (id),
    -- visitor or agent, and its public id: only the uploader may attach it, once
    uploader_kind   varchar(10)  not null,
    uploader        varchar(32)  not null,
    name            varchar(255) not null,
    type            varchar(100) not null,
    size            bigint       not null,
    state           varchar(10)  not null,
    refusal         varchar(100),
    sha256          varchar(64)  not null,
    has_thumbnail   boolean      not null,
    conversation_id bigint       references conversation (id),
    attached_seq    bigint,
    uploaded_at     timestamp with time zone not null,
    checked_at      timestamp with time zone
);
create index stored_file_conversation on stored_file (conversation_id);
create index stored_file_state on stored_file (state, uploaded_at);
