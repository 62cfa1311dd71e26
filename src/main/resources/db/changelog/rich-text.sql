--liquibase formatted sql

--changeset gremienlauf:rich-text-1
alter table paper add column reasons_rich varchar(1000000);
alter table paper add column budget_rich varchar(1000000);
alter table paper add column alternative_rich varchar(1000000);
alter table paper add column text_version int default 0 not null;
alter table resolution_point add column rich varchar(1000000);

--changeset gremienlauf:rich-text-2
create table document_source (
  hash varchar(64) primary key references document(hash),
  html text not null
);
