package de.gremienlauf.council;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface OrganizationRepository extends ListCrudRepository<Organization, Long> {

  List<Organization> findByMunicipalityOrderByName(String municipality);

  boolean existsByMunicipality(String municipality);

  List<Organization> findByMunicipalityAndName(String municipality, String name);
}
