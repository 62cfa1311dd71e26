package de.gremienlauf.council;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface OrganizationRepository extends ListCrudRepository<Organization, Long> {

  List<Organization> findByMunicipalityOrderByName(String municipality);

  boolean existsByMunicipality(String municipality);

  List<Organization> findByMunicipalityAndName(String municipality, String name);
}
