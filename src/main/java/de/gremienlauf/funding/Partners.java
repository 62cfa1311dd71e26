package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.GermanDate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of a project: how they take part, whether they signed, what money is passed on to them. */
@Service
@Transactional
public class Partners {

  private final ProjectPartnerRepository partners;
  private final FundedProjectRepository projects;
  private final Findings findings;
  private final ProjectHistory history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Partners(ProjectPartnerRepository partners, FundedProjectRepository projects, Findings findings,
      ProjectHistory history, ApplicationEventPublisher events, Clock clock) {
    this.partners = partners;
    this.projects = projects;
    this.findings = findings;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** Adds a partner. Returns its id. */
  public Long add(Long projectId, NewPartner added) {
    projects.required(projectId);
    if (added.name() == null || added.name().isBlank()) {
      throw new BusinessException("Bitte geben Sie den Namen des Partners an.");
    }
    if (partners.findByProjectIdOrderById(projectId).stream()
        .anyMatch(known -> known.name.equalsIgnoreCase(added.name().strip()))) {
      throw new BusinessException("„" + added.name().strip() + "“ ist schon Partner dieses Projekts.");
    }
    ProjectPartner partner = new ProjectPartner();
    partner.projectId = projectId;
    partner.organizationId = added.organizationId();
    partner.name = added.name().strip();
    partner.partnerKind = added.kind();
    partner.participation = added.participation();
    partner = partners.save(partner);
    history.add(projectId, "Partner aufgenommen: " + partner.name + " (" + partner.partnerKind.label() + ", "
        + partner.participation.label() + " beteiligt).");
    return partner.id;
  }

  /**
   * Keeps that a partner has signed the cooperation agreement.
   *
   * @param assumed whether the day is assumed
   */
  public void sign(Long partnerId, LocalDate day, boolean assumed) {
    sign(partnerId, day, assumed, null);
  }

  /** The same, entered in the task of a follow-up. */
  void sign(Long partnerId, LocalDate day, boolean assumed, Long recordedIn) {
    // A follow-up that is linked now counts this signature, or is told.
    projects.lock(partners.required(partnerId).projectId);
    ProjectPartner partner = partners.required(partnerId);
    if (partner.partnerKind != PartnerKind.COOPERATION) {
      throw new BusinessException(partner.name + " ist kein Kooperationspartner und unterzeichnet nicht.");
    }
    if (partner.agreementSignedOn != null) {
      throw BusinessException.conflict(partner.name + " hat schon am " + GermanDate.print(partner.agreementSignedOn)
          + " unterzeichnet.");
    }
    if (day == null) {
      throw new BusinessException("Bitte geben Sie an, wann " + partner.name + " unterzeichnet hat.");
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag der Unterzeichnung liegt in der Zukunft.");
    }
    partner.agreementSignedOn = day;
    partner.agreementAssumed = assumed;
    partners.save(partner);
    history.add(partner.projectId, partner.name + " hat die Kooperationsvereinbarung am " + GermanDate.print(day)
        + (assumed ? " (angenommen)" : "") + " unterzeichnet.");
    events.publishEvent(new AgreementSigned(partner.projectId, recordedIn));
  }

  /**
   * Plans how much of the grant is passed on to a partner. Without the consent of the authority a person is asked
   * (VV Nr. 12 zu § 44 LHO NRW).
   *
   * @param amount in euro; zero if nothing is passed on any more
   * @param consentOn when the authority agreed; null if it has not
   */
  public void passOn(Long partnerId, BigDecimal amount, LocalDate consentOn) {
    if (amount == null || amount.signum() < 0) {
      throw new BusinessException("Bitte geben Sie an, welcher Betrag weitergegeben wird.");
    }
    ProjectPartner partner = partners.required(partnerId);
    partner.passedOn = amount.signum() == 0 ? null : Euro.cents(amount);
    partner.consentOn = consentOn;
    partners.save(partner);
    history.add(partner.projectId, partner.passedOn == null ? "An " + partner.name + " wird nichts weitergegeben."
        : "An " + partner.name + " werden " + Euro.print(partner.passedOn) + " weitergegeben"
            + (consentOn == null ? "" : ", Zustimmung vom " + GermanDate.print(consentOn)) + ".");
    checkConsent(partner);
  }

  /** Keeps when the authority agreed that money is passed on to the partner. */
  public void consent(Long partnerId, LocalDate day) {
    if (day == null) {
      throw new BusinessException("Bitte geben Sie an, wann die Bewilligungsbehörde zugestimmt hat.");
    }
    ProjectPartner partner = partners.required(partnerId);
    partner.consentOn = day;
    partners.save(partner);
    history.add(partner.projectId, "Die Bewilligungsbehörde hat der Weitergabe an " + partner.name + " am "
        + GermanDate.print(day) + " zugestimmt.");
    checkConsent(partner);
  }

  private void checkConsent(ProjectPartner partner) {
    String subject = "Partner " + partner.id;
    if (partner.consentOn != null) {
      findings.settle(partner.projectId, FindingCode.PASSED_ON_WITHOUT_CONSENT, subject,
          "Zustimmung vom " + GermanDate.print(partner.consentOn) + ".");
    } else if (partner.passedOn == null) {
      findings.settle(partner.projectId, FindingCode.PASSED_ON_WITHOUT_CONSENT, subject,
          "Es wird nichts mehr weitergegeben.");
    } else {
      findings.raise(partner.projectId, FindingCode.PASSED_ON_WITHOUT_CONSENT, subject, "An " + partner.name
          + " sollen " + Euro.print(partner.passedOn) + " weitergegeben werden; eine Zustimmung ist nicht erfasst.");
    }
  }

  /** The partners in the order in which they were added. */
  public List<PartnerLine> of(Long projectId) {
    return partners.findByProjectIdOrderById(projectId).stream().map(partner -> new PartnerLine(partner.id,
        partner.name, partner.partnerKind, partner.participation, partner.agreementSignedOn, partner.agreementAssumed,
        partner.passedOn, partner.consentOn)).toList();
  }
}
