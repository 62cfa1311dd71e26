package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.support.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A newer version adds a column while this one works: no statement fails that a connection has used before. */
@IntegrationTest
class AddedColumnTest {

  private static final String CITY = "Spaltenstadt";
  /** PostgreSQL keeps a statement's plan when it is used for the fifth time on a connection. */
  private static final int OFTEN = 8;

  @Autowired Council council;
  @Autowired JdbcClient jdbc;
  @Autowired JdbcMappingContext mapping;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void removeTheColumn() {
    jdbc.sql("alter table organization drop column if exists added_later").update();
  }

  @Test
  void whatIsWrittenAndReadBeforeIsWrittenAndReadAfterwards() {
    transaction.executeWithoutResult(status -> {
      for (int number = 1; number <= OFTEN; number++) {
        writeAndRead(number);
      }
      jdbc.sql("alter table organization add column added_later varchar(20)").update();
      writeAndRead(OFTEN + 1);
      status.setRollbackOnly();
    });
  }

  /** Or the columns of another class would be asked for. */
  @Test
  void aTableHasOneClassWithColumnsOfItsOwn() {
    assertThat(mapping.getPersistentEntities()).extracting(entity -> entity.getTableName().getReference())
        .doesNotHaveDuplicates();
    assertThat(mapping.getPersistentEntities()).allSatisfy(entity -> assertThat(entity).noneMatch(
        property -> property.isEmbedded() || property.isAssociation()));
  }

  private void writeAndRead(int number) {
    String name = "Gremium " + number;
    Organization added = council.addBody(CITY, name, null, null, null);
    assertThat(added.id()).isNotNull();
    assertThat(council.find(CITY, name)).contains(added);
  }
}
