package de.gremienlauf.document;

import org.springframework.stereotype.Component;

/**
 * Prints the documents of a meeting as PDF/A-2a that conform to PDF/UA-1. The same document gives the same bytes; a
 * document contains nothing it was not given.
 */
@Component
public class MeetingRenderer {

  private final PdfRenderer renderer;

  MeetingRenderer(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  public byte[] agenda(AgendaDocument agenda) {
    return renderer.render("agenda", new AgendaView(agenda, renderer.printable()), agenda.createdOn());
  }

  public byte[] invitation(InvitationDocument invitation) {
    return renderer.render("invitation", new InvitationView(invitation, renderer.printable()),
        invitation.agenda().createdOn());
  }

  public byte[] attendance(AttendanceDocument attendance) {
    return renderer.render("attendance", new AttendanceView(attendance, renderer.printable()), attendance.createdOn());
  }

  public byte[] minutes(MinutesDocument minutes) {
    return renderer.render("minutes", new MinutesView(minutes, renderer.printable()), minutes.createdOn());
  }

  public byte[] excerpt(ExcerptDocument excerpt) {
    return renderer.render("excerpt", new ExcerptView(excerpt, renderer.printable()), excerpt.createdOn());
  }

  public byte[] correction(CorrectionDocument correction) {
    return renderer.render("correction", new CorrectionView(correction, renderer.printable()), correction.createdOn());
  }
}
