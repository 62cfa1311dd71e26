package de.gremienlauf.funding;

import de.gremienlauf.council.Participation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody outside the administration who takes part in a project. Amounts in euro; absent values are null. */
@Table("project_partner")
class ProjectPartner {

  @Id Long id;
  @Version int version;
  Long projectId;
  Long organizationId;
  String name;
  PartnerKind partnerKind;
  Participation participation;
  LocalDate agreementSignedOn;
  boolean agreementAssumed;
  BigDecimal passedOn;
  LocalDate consentOn;
  LocalDate proofDue;
  String proofExplained;
  LocalDate proofReceivedOn;
  BigDecimal proofAccepted;
}
