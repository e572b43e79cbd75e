-- The lists of advisors as they were published, and what became of their rows.
-- Times are those of the events; a row that was erased keeps its rank and nothing else.

create table lists (
    list_id            text primary key,
    advisor            text not null,
    branch             text not null,
    day                date not null,
    zone               text not null,
    language           text not null,
    cut_off            timestamptz not null,
    over_capacity      integer not null,
    over_product_share integer not null,
    same_customer      integer not null,
    unique (advisor, day)
);
create index lists_of_branch on lists (branch, day);

comment on table lists is 'One list of one advisor for one working day; it never changes.';
comment on column lists.list_id is 'A hash of advisor and day.';
comment on column lists.language is 'In which names, reasons and next steps are written.';
comment on column lists.cut_off is 'What happened up to here counts.';
comment on column lists.over_capacity is 'How many proposals had no row because one advisor can do no more in a day.';
comment on column lists.over_product_share is 'How many had none because their product has its share already.';
comment on column lists.same_customer is 'How many had none because their customer has a row already.';

create table rows (
    list_id          text not null references lists on delete cascade,
    rank             integer not null,
    erased_at        timestamptz,
    action_id        text,
    customer         text,
    product          text,
    product_name     text,
    reason           text,
    next_step        text,
    due              date,
    age              integer,
    since            date,
    trigger          text,
    action           text,
    bundle           text,
    purpose          text,
    decided_at       timestamptz,
    expires_at       timestamptz,
    facts            jsonb,
    evidence         jsonb,
    consent_record   text,
    consent_given_at timestamptz,
    consent_notice   text,
    propensity       double precision,
    value            double precision,
    weight           double precision,
    primary key (list_id, rank),
    unique (list_id, action_id),
    check ((erased_at is null) = (customer is not null))
);
-- A hash index takes ids of any length.
create index rows_of_customer on rows using hash (customer);
create index rows_erased on rows (erased_at) where erased_at is not null;

comment on table rows is 'One customer on a list: about which product, why, and what allows the call.';
comment on column rows.erased_at is 'When the customer was erased; then all else but the rank is null.';
comment on column rows.due is 'The last working day on which the call makes sense.';
comment on column rows.age is 'On how many earlier lists of this advisor it stood.';
comment on column rows.since is 'The day of the first of these lists.';
comment on column rows.facts is 'The payload of the action.';
comment on column rows.evidence is 'The events that the proposal rests on: step, source, event and time in milliseconds since 1970.';
comment on column rows.consent_record is 'The consent record that allows the call; null where the contract does.';

create table closings (
    list_id   text not null,
    action_id text not null,
    reason    text not null,
    until     date,
    closed_at timestamptz not null,
    primary key (list_id, action_id)
);

comment on table closings is
    'Why a row is no longer to be worked on: the first reason stays. One may stand here before its list does.';
comment on column closings.reason is 'A kind of feedback, or why the action was taken back, such as consent_withdrawn.';
comment on column closings.until is 'The day on which it comes back, if it was put off.';

create table feedback (
    feedback_id text primary key,
    list_id     text not null references lists on delete cascade,
    action_id   text not null,
    customer    text not null,
    advisor     text not null,
    purpose     text not null,
    kind        text not null,
    reason      text,
    until       date,
    given_at    timestamptz not null
);
create index feedback_of_row on feedback (list_id, action_id);
create index feedback_of_customer on feedback using hash (customer);

comment on table feedback is 'What advisors said became of a row, all of it, as it was given.';

create table accesses (
    access_id bigint generated always as identity primary key,
    user_id   text not null,
    what      text not null,
    about     text,
    allowed   boolean not null,
    at        timestamptz not null
);
create index accesses_about on accesses using hash (about);

comment on table accesses is 'Who looked at what, and who was refused.';
comment on column accesses.about is
    'The advisor, customer or branch; of a customer who was erased, "erased/" and the hash that stays of the id.';

create table erasures (
    customer_hash text primary key,
    erased_at     timestamptz not null
);

comment on table erasures is
    'Who was erased when, so that a list from before that comes later shows nothing of them either.';
comment on column erasures.customer_hash is 'SHA-256 of the id, in hexadecimal.';

create table read_positions (
    reader      text not null,
    topic_id    text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (reader, topic_id, partition)
);

comment on table read_positions is 'How far the topic of lists was read.';
comment on column read_positions.topic_id is 'The id that Kafka gave the topic: one that is made anew is read from its beginning.';
