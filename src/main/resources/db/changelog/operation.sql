--liquibase formatted sql

--changeset gremienlauf:operation-1
create index outbox_mail_state on outbox_mail(state, created_at);

create table incident_mail (
  incident_id varchar(64) not null primary key,
  mailed_at timestamp not null
);

-- Work of the operation that one node does at a time.
create table operation_lock (
  id int not null primary key,
  cleaned_on date
);
insert into operation_lock (id, cleaned_on) values (1, null);
