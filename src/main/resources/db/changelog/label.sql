--liquibase formatted sql

--changeset gremienlauf:label-1
-- Topics, districts and references are read with each paper, a thousand times a day: in one table one look finds them.
create table paper_label (
  paper bigint not null references paper(id),
  kind varchar(20) not null,
  label varchar(300) not null
);
insert into paper_label (paper, kind, label) select paper, 'TOPIC', topic from paper_topic;
insert into paper_label (paper, kind, label) select paper, 'DISTRICT', district from paper_district;
insert into paper_label (paper, kind, label) select paper, 'REFERENCE', reference from related_paper;
create index paper_label_paper on paper_label(paper);
drop table paper_topic;
drop table paper_district;
drop table related_paper;
