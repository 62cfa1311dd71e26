package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;

/** An invitation in the words and the order in which the template prints it. */
final class InvitationView extends MeetingView {

  private final InvitationDocument invitation;
  private final AgendaView agenda;

  InvitationView(InvitationDocument invitation, PrintableText printable) {
    super(invitation.agenda().head(), printable);
    this.invitation = invitation;
    this.agenda = new AgendaView(invitation.agenda(), printable);
  }

  @Override
  String name() {
    return "Einladung";
  }

  @Override
  public String getFooter() {
    return "Einladung · " + agenda.getFooter();
  }

  @Override
  public List<Bookmark> getBookmarks() {
    List<Bookmark> bookmarks = new ArrayList<>();
    bookmarks.add(new Bookmark(name(), "letter"));
    bookmarks.add(new Bookmark(agenda.getHeading(), "agenda"));
    bookmarks.addAll(agenda.getBookmarks());
    return bookmarks;
  }

  @Override
  public List<String> getSignatures() {
    return lines(List.of(invitation.sender()));
  }

  public String getAddressee() {
    return lineOrNull(invitation.salutation());
  }

  public List<TextBlock> getText() {
    return text(invitation.text());
  }

  public AgendaView getAgenda() {
    return agenda;
  }
}
