package de.gremienlauf.document;

import java.util.Objects;

/**
 * The invitation to a meeting: a letter with the agenda behind it.
 *
 * @param agenda what is printed behind the letter, to whose meeting it invites
 * @param salutation name of who is invited, printed above the letter; null prints none
 * @param text the letter, from the salutation to the closing formula; paragraphs and lists as in a paper
 * @param sender who invites, printed below the letter, e.g. "Erika Mustermann, Vorsitzende"
 */
public record InvitationDocument(AgendaDocument agenda, String salutation, String text, String sender) {

  public InvitationDocument {
    Objects.requireNonNull(agenda, "agenda");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(sender, "sender");
  }
}
