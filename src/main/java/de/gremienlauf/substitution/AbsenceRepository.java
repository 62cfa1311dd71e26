package de.gremienlauf.substitution;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AbsenceRepository extends ListCrudRepository<Absence, Long> {

  /** What counts of a chain between two days, both included. */
  @Query("select * from absence where chain = :chain and last_day >= :first and first_day <= :last"
      + " and revoked_at is null order by first_day, id")
  List<Absence> between(String chain, LocalDate first, LocalDate last);

  /** What counts and is not over on a day, in both chains. */
  @Query("select * from absence where last_day >= :day and revoked_at is null order by first_day, last_day, id")
  List<Absence> from(LocalDate day);

  /** Lets changes of absences and of what follows from them wait for each other, on all nodes. */
  @Query("select id from substitution_lock where id = 1 for update")
  Integer lock();
}
