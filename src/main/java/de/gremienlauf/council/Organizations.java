package de.gremienlauf.council;

import de.gremienlauf.engine.SharedMemory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads and writes bodies and offices: each step of a paper asks for several, and they seldom change. */
@Component
class Organizations {

  private final OrganizationRepository rows;
  private final SharedMemory<Long, Organization> byId = new SharedMemory<>();
  private final SharedMemory<String, List<Organization>> byMunicipality = new SharedMemory<>();
  private final SharedMemory<Name, Organization> byName = new SharedMemory<>();

  private record Name(String municipality, String name) {
  }

  Organizations(OrganizationRepository rows) {
    this.rows = rows;
  }

  /** Reads several at once, so that {@link #find} has them. */
  void read(Collection<Long> ids) {
    Set<Long> unknown = new TreeSet<>(ids);
    unknown.removeIf(id -> byId.get(id, () -> null) != null);
    if (!unknown.isEmpty()) {
      rows.findAllById(unknown).forEach(organization -> byId.get(organization.id(), () -> organization));
    }
  }

  Optional<Organization> find(Long id) {
    return Optional.ofNullable(byId.get(id, () -> rows.findById(id).orElse(null)));
  }

  /** The one of that name, whenever it exists. */
  Optional<Organization> find(String municipality, String name) {
    return Optional.ofNullable(byName.get(new Name(municipality, name),
        () -> rows.findNamed(municipality, name).stream().findFirst().orElse(null)));
  }

  /** All of a municipality by their names. */
  List<Organization> of(String municipality) {
    return byMunicipality.get(municipality, () -> List.copyOf(rows.findOfMunicipality(municipality)));
  }

  boolean anyOf(String municipality) {
    return rows.existsByMunicipality(municipality);
  }

  Organization save(Organization organization) {
    Organization saved = rows.save(organization);
    byId.changed();
    byMunicipality.changed();
    byName.changed();
    return saved;
  }
}
