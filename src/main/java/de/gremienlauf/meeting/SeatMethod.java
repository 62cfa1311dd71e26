package de.gremienlauf.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How seats are shared out among lists by their votes. § 50 (3) GO NRW has changed its method over the years and other
 * states name others, so that the election says which one holds.
 */
public enum SeatMethod {

  HARE_NIEMEYER("Hare/Niemeyer (größte Bruchteile)"),
  SAINTE_LAGUE("Sainte-Laguë/Schepers (Höchstzahlen 1, 3, 5 …)"),
  D_HONDT("d’Hondt (Höchstzahlen 1, 2, 3 …)");

  private final String label;

  SeatMethod(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /**
   * Seats by list.
   *
   * @param seats the seats that are certain, for every list
   * @param tied lists with the same claim to the seats that are left; empty if none is
   * @param open seats among the tied lists that the lot decides, at most one for each
   */
  public record Distribution(Map<String, Integer> seats, Set<String> tied, int open) {
  }

  /**
   * Shares out the seats; nobody gets one by the order of the lists.
   *
   * @param votes the votes for each list, not negative
   * @param seats how many there are, not negative
   */
  public Distribution distribute(Map<String, Integer> votes, int seats) {
    long total = votes.values().stream().mapToLong(Integer::longValue).sum();
    Map<String, Integer> certain = new LinkedHashMap<>();
    votes.keySet().forEach(list -> certain.put(list, 0));
    if (total == 0 || seats == 0) {
      return new Distribution(certain, Set.of(), 0);
    }
    List<Claim> claims = new ArrayList<>();
    int left = seats;
    for (Map.Entry<String, Integer> list : votes.entrySet()) {
      if (this == HARE_NIEMEYER) {
        long quota = (long) list.getValue() * seats;
        certain.put(list.getKey(), (int) (quota / total));
        left -= (int) (quota / total);
        claims.add(new Claim(list.getKey(), quota % total, 1));
      } else {
        for (int seat = 0; seat < seats && list.getValue() > 0; seat++) {
          claims.add(new Claim(list.getKey(), list.getValue(), this == D_HONDT ? seat + 1 : 2 * seat + 1));
        }
      }
    }
    return award(certain, claims, left);
  }

  private static Distribution award(Map<String, Integer> certain, List<Claim> claims, int left) {
    if (left == 0) {
      return new Distribution(certain, Set.of(), 0);
    }
    claims.sort(Comparator.reverseOrder());
    Claim last = claims.get(left - 1);
    boolean tie = left < claims.size() && claims.get(left).compareTo(last) == 0;
    Set<String> tied = new LinkedHashSet<>();
    int open = 0;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      boolean same = tie && claim.compareTo(last) == 0;
      if (same) {
        tied.add(claim.list());
        open += i < left ? 1 : 0;
      } else if (i < left) {
        certain.merge(claim.list(), 1, Integer::sum);
      }
    }
    return new Distribution(certain, tied, open);
  }

  /** The fraction by which a list claims one more seat. */
  private record Claim(String list, long numerator, long denominator) implements Comparable<Claim> {

    @Override
    public int compareTo(Claim other) {
      return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }
  }
}
