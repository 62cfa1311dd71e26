package de.gremienlauf.council;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MembershipRepository extends ListCrudRepository<Membership, Long> {

  List<Membership> findByPersonIdAndOrganizationId(Long personId, Long organizationId);

  List<Membership> findByOrganizationId(Long organizationId);
}
