--liquibase formatted sql

--changeset gremienlauf:page-1
create table meeting_editor (
  meeting_id bigint primary key references meeting(id),
  user_id varchar(64) not null,
  client varchar(64) not null,
  seen_at timestamp not null,
  changes int not null
);

create table client_request (
  id varchar(64) primary key,
  meeting_id bigint not null references meeting(id),
  answered_at timestamp not null
);
create index client_request_meeting on client_request(meeting_id);
