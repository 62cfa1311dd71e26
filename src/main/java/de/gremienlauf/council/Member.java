package de.gremienlauf.council;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person together with the seat in one body. */
public record Member(Person person, Membership membership) {

  private static final int CHAIR = 0;
  private static final int VICE_CHAIR = 1;
  private static final int NO_CHAIR = 2;
  /** A group of a council is none of those that work on a project. */
  private static final Pattern LEADS_SOMETHING_ELSE = Pattern.compile(
      "fraktion|(?<!lenkungs|steuerungs|steuer|arbeits|projekt|begleit)gruppe|ehrenvorsitz");
  private static final Pattern STANDS_IN = Pattern.compile("stell|stv|^(?:[2-9]\\.|zweite|dritte)");

  /** Whether the person leads the body; its deputy does not, nor does who leads a group in it. */
  public boolean chairs() {
    return rank() == CHAIR;
  }

  /** Whether a seat with that role leads the body. */
  public static boolean isChair(String membershipRole, boolean deputy) {
    return rankOf(membershipRole, deputy) == CHAIR;
  }

  private int rank() {
    return rankOf(membership.membershipRole(), membership.deputy());
  }

  private static int rankOf(String membershipRole, boolean deputy) {
    String role = membershipRole.toLowerCase(Locale.GERMAN);
    if (deputy || !role.contains("vorsitz") || LEADS_SOMETHING_ELSE.matcher(role).find()) {
      return NO_CHAIR;
    }
    return STANDS_IN.matcher(role).find() ? VICE_CHAIR : CHAIR;
  }

  /** As lists are printed: the chair, its deputies, the members by group and name, then the deputies likewise. */
  static Comparator<Member> asPrinted() {
    Collator german = Collator.getInstance(Locale.GERMAN);
    return Comparator.comparingInt(Member::rank)
        .thenComparing(member -> member.membership.deputy())
        .thenComparing(member -> member.membership.politicalGroup(), Comparator.nullsLast(german))
        .thenComparing(member -> member.person.lastName(), german)
        .thenComparing(member -> member.person.name(), german)
        .thenComparing(member -> member.person.id());
  }
}
