--liquibase formatted sql

--changeset gremienlauf:deadline-1
create table task_deadline (
  task_id varchar(64) not null primary key,
  task_key varchar(255) not null,
  due_on date,
  follow_up_on date,
  explanation varchar(4000) not null,
  ground varchar(4000) not null,
  computed_at timestamp not null
);
