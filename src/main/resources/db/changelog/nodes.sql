--liquibase formatted sql

-- Logins, shared by all nodes (the tables that Spring Session expects).
--changeset gremienlauf:nodes-1
create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index spring_session_id on spring_session(session_id);
create index spring_session_expiry on spring_session(expiry_time);
create index spring_session_principal on spring_session(principal_name);

--changeset gremienlauf:nodes-2 dbms:h2
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session(primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes longvarbinary not null,
  primary key (session_primary_id, attribute_name)
);

--changeset gremienlauf:nodes-2 dbms:postgresql
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session(primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- When something that is looked after every minute was looked after last, on whichever node.
--changeset gremienlauf:nodes-3
create table watch (
  name varchar(100) not null primary key,
  looked_at timestamp not null
);

-- What nodes that start at the same time do one after the other.
--changeset gremienlauf:nodes-4
create table start_lock (
  id int not null primary key
);
insert into start_lock (id) values (1);
