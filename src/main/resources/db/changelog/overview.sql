--liquibase formatted sql

-- What is open is found among whatever is finished.
--changeset gremienlauf:overview-1
create index paper_state on paper(municipality, state);
create index consultation_state on consultation(state, paper_id);
create index consultation_organization on consultation(organization_id, paper_id);

-- Finished papers in the order in which they are read, and the words they are found by. Made from other tables.
--changeset gremienlauf:overview-2
create table finished_paper (
  paper_id bigint primary key references paper(id),
  finished_on date not null,
  decided_on date,
  decided_by bigint references organization(id),
  days int not null
);
create index finished_paper_day on finished_paper(finished_on desc, paper_id desc);

create table finished_word (
  word varchar(60) not null,
  paper_id bigint not null references finished_paper(paper_id) on delete cascade
);

-- Words are compared byte by byte, so that the beginning of a word is a range of the index in any language.
--changeset gremienlauf:overview-3 dbms:postgresql
alter table finished_word alter column word type varchar(60) collate "C";

--changeset gremienlauf:overview-4
create index finished_word_word on finished_word(word, paper_id);
create index finished_word_paper on finished_word(paper_id);

-- How long the steps of models took at which something waits, taken from the engine's history as it grows.
--changeset gremienlauf:overview-5
create table step_time (
  id varchar(64) primary key,
  process varchar(255) not null,
  activity varchar(255) not null,
  ended_at timestamp not null,
  minutes bigint not null
);
create index step_time_activity on step_time(process, activity, ended_at desc);
create table step_time_state (read_until timestamp);
insert into step_time_state (read_until) values (null);
