--liquibase formatted sql

--changeset gremienlauf:planning-1
-- What is possible for each paper under way, as it was computed last: pages, mails and warnings read it from here.
create table paper_plan (
  paper_id bigint not null primary key references paper(id),
  version int not null,
  confirmed_on date,
  planned_on date not null,
  earliest_end date,
  deadline date,
  slack_days int,
  meets boolean,
  critical varchar(1000),
  sentence varchar(2000),
  warning_process_id varchar(64),
  answered_end date,
  answered_deadline date
);
-- The meeting days that were planned when the sequence was confirmed, to compare with what came of it.
create table planned_station (
  consultation_id bigint not null primary key references consultation(id),
  paper_id bigint not null references paper(id),
  first_day date not null
);
create index planned_station_paper on planned_station(paper_id);

--changeset gremienlauf:planning-2
-- How long the last papers took and how often the last consultations were put off is read along these, newest first.
create index paper_released on paper(municipality, released_on);
create index consultation_concluded on consultation(concluded_on);
