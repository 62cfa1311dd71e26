package de.gremienlauf.council;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface OrganizationRepository extends ListCrudRepository<Organization, Long> {

  /** The bodies of a municipality by their names. */
  @Query("select * from organization where municipality = :municipality order by name")
  List<Organization> findOfMunicipality(String municipality);

  boolean existsByMunicipality(String municipality);

  @Query("select * from organization where municipality = :municipality and name = :name")
  List<Organization> findNamed(String municipality, String name);
}
