package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Elections as items of an agenda: recorded ballot by ballot, evaluated and put into words (§ 50 (2), (3) GO NRW). */
@Service
@Transactional
public class Elections {

  private static final int TEXT_LENGTH = 500;
  private static final int PROPOSAL_LENGTH = 4000;
  private static final int MOST = 9999;

  private final ElectionRepository elections;
  private final AgendaItemRepository items;
  private final MeetingRepository meetings;

  Elections(ElectionRepository elections, AgendaItemRepository items, MeetingRepository meetings) {
    this.elections = elections;
    this.items = items;
    this.meetings = meetings;
  }

  /** The election on an item; nothing as long as none was set up. */
  @Transactional(readOnly = true)
  public Optional<ElectionSheet> of(Long itemId) {
    return elections.findOfItem(itemId).map(Elections::sheet);
  }

  /**
   * Lets an item be dealt with as an election, or no longer as one.
   *
   * @param election false only as long as nobody was voted for
   */
  public void treat(Long itemId, boolean election) {
    AgendaItem item = changing(itemId);
    if (item.itemKind == AgendaItemKind.STANDING) {
      throw new BusinessException("Unter einem ständigen Punkt wird nicht gewählt; bitte nehmen Sie die Wahl als"
          + " eigenen Punkt auf.");
    }
    if (election == (item.itemKind == AgendaItemKind.ELECTION)) {
      return;
    }
    if (!election) {
      elections.findOfItem(itemId).ifPresent(known -> {
        requireNothingVoted(known);
        elections.delete(known);
      });
    }
    item.itemKind = election ? AgendaItemKind.ELECTION
        : item.paperReference == null ? AgendaItemKind.MATTER : AgendaItemKind.PAPER;
    items.save(item);
  }

  private static void requireNothingVoted(Election election) {
    if (!election.ballotRows.isEmpty() || election.unanimousProposal != null) {
      throw new BusinessException("Es ist schon gewählt worden; bitte nehmen Sie zuerst die Wahlgänge zurück.");
    }
  }

  /**
   * Sets up the election on an item; what was set up before is replaced as long as no ballot was held.
   *
   * @param position for what is elected
   * @param seats how many are elected; 1 for a person
   * @param method for lists; null for the one of § 50 (3) GO NRW
   */
  public ElectionSheet setUp(Long itemId, ElectionKind kind, String position, int seats, SeatMethod method) {
    AgendaItem item = changing(itemId);
    if (item.itemKind != AgendaItemKind.ELECTION) {
      throw new BusinessException("Dieser Tagesordnungspunkt ist keine Wahl.");
    }
    checkText(position, TEXT_LENGTH, "wofür gewählt wird");
    if (seats < 1 || seats > MOST || kind == ElectionKind.SINGLE && seats != 1) {
      throw new BusinessException(kind == ElectionKind.SINGLE ? "Gewählt wird hier genau eine Person."
          : "Bitte geben Sie an, wie viele Sitze zu vergeben sind.");
    }
    Election election = elections.findOfItem(itemId).orElseGet(Election::new);
    requireNothingVoted(election);
    election.agendaItemId = itemId;
    election.kind = kind;
    election.position = position.strip();
    election.seats = seats;
    election.seatMethod = method == null ? SeatMethod.HARE_NIEMEYER : method;
    return sheet(elections.save(election));
  }

  /** Records a ballot, in place of what was recorded of it and of later ones; a lot drawn for them falls away. */
  public ElectionSheet ballot(Long itemId, Ballot ballot) {
    Election election = election(itemId);
    if (election.unanimousProposal != null) {
      throw new BusinessException("Der Wahlvorschlag ist einstimmig angenommen; einen Wahlgang gibt es nicht.");
    }
    List<Ballot> ballots = new ArrayList<>(election.ballots());
    ballots.removeIf(held -> held.number() >= ballot.number());
    if (ballot.number() != ballots.size() + 1) {
      throw new BusinessException("Bitte tragen Sie zuerst den ersten Wahlgang ein.");
    }
    check(election, ballot);
    if (ballot.number() > 1) {
      checkSecond(election, ballots.get(0), ballot);
    }
    ballots.add(ballot);
    election.setBallots(ballots);
    election.setLot(Set.of(), null);
    return sheet(elections.save(election));
  }

  private static void check(Election election, Ballot ballot) {
    if (ballot.votes().isEmpty()) {
      throw new BusinessException("Bitte tragen Sie ein, wer zur Wahl steht.");
    }
    ballot.votes().keySet().forEach(name -> checkText(name, TEXT_LENGTH, "wer zur Wahl steht"));
    if (ballot.votes().values().stream().anyMatch(votes -> votes == null || votes < 0 || votes > MOST)
        || ballot.cast() < 0 || ballot.cast() > MOST || ballot.invalid() < 0 || ballot.noVotes() < 0) {
      throw new BusinessException("Stimmen werden mit Zahlen von 0 bis " + MOST + " angegeben.");
    }
    if (election.kind == ElectionKind.LIST && ballot.noVotes() > 0) {
      throw new BusinessException("Bei einer Wahl nach Listen gibt es keine Nein-Stimmen.");
    }
    int sum = ballot.votes().values().stream().mapToInt(Integer::intValue).sum() + ballot.noVotes();
    if (sum + ballot.invalid() != ballot.cast()) {
      throw new BusinessException("Es sind " + ballot.cast() + " Stimmen abgegeben, aber " + sum + " gültige und "
          + ballot.invalid() + " ungültige eingetragen.");
    }
  }

  private static void checkSecond(Election election, Ballot first, Ballot ballot) {
    if (election.kind == ElectionKind.LIST || ballot.number() > 2) {
      throw new BusinessException(election.kind == ElectionKind.LIST
          ? "Nach Listen wird in einem Wahlgang gewählt." : "Nach der engeren Wahl entscheidet das Los.");
    }
    ElectionOutcome outcome = ElectionOutcome.ofPerson(List.of(first), Set.of());
    if (outcome.state() != ElectionSheet.State.SECOND_BALLOT) {
      throw new BusinessException("Eine engere Wahl findet nicht statt: " + outcome.explanation());
    }
    if (!new HashSet<>(outcome.next()).equals(ballot.votes().keySet())) {
      throw new BusinessException("Zur engeren Wahl stehen " + ElectionOutcome.german(outcome.next()) + ".");
    }
    if (ballot.noVotes() > 0) {
      throw new BusinessException("In der engeren Wahl gibt es keine Nein-Stimmen.");
    }
  }

  /** Records that a single proposal was accepted without a vote against it (§ 50 (3) GO NRW). */
  public ElectionSheet acceptUnanimously(Long itemId, String proposal) {
    Election election = election(itemId);
    checkText(proposal, PROPOSAL_LENGTH, "wie der Wahlvorschlag lautet");
    if (election.kind != ElectionKind.LIST) {
      throw new BusinessException("Einen einheitlichen Wahlvorschlag gibt es nur, wenn nach Listen gewählt wird.");
    }
    if (!election.ballotRows.isEmpty()) {
      throw new BusinessException("Es ist schon gewählt worden; bitte nehmen Sie zuerst die Wahlgänge zurück.");
    }
    election.unanimousProposal = proposal.strip();
    return sheet(elections.save(election));
  }

  /**
   * Records whom the lot favoured.
   *
   * @param winners as many of the tied as there are seats to draw
   * @param drawnBy who drew it, as the minutes name them
   */
  public ElectionSheet drawLot(Long itemId, Set<String> winners, String drawnBy) {
    Election election = election(itemId);
    election.setLot(Set.of(), null);
    ElectionOutcome outcome = outcome(election);
    if (outcome.state() != ElectionSheet.State.LOT) {
      throw new BusinessException("Zu losen ist hier nichts: " + outcome.explanation());
    }
    checkText(drawnBy, TEXT_LENGTH, "wer das Los gezogen hat");
    if (winners.size() != outcome.open() || !outcome.next().containsAll(winners)) {
      throw new BusinessException("Das Los entscheidet zwischen " + ElectionOutcome.german(outcome.next())
          + "; bitte geben Sie an, auf wen es gefallen ist (" + outcome.open() + ").");
    }
    election.setLot(winners, drawnBy.strip());
    return sheet(elections.save(election));
  }

  /** Takes back everything that was voted, not what is elected for. */
  public ElectionSheet reset(Long itemId) {
    Election election = election(itemId);
    election.setBallots(List.of());
    election.setLot(Set.of(), null);
    election.unanimousProposal = null;
    return sheet(elections.save(election));
  }

  private static ElectionOutcome outcome(Election election) {
    List<Ballot> ballots = election.ballots();
    if (ballots.isEmpty()) {
      return ElectionOutcome.none();
    }
    return election.kind == ElectionKind.SINGLE ? ElectionOutcome.ofPerson(ballots, election.lot())
        : ElectionOutcome.ofLists(ballots.get(0), election.seats, election.seatMethod, election.lot());
  }

  private static ElectionSheet sheet(Election election) {
    boolean unanimous = election.unanimousProposal != null;
    ElectionOutcome outcome = unanimous
        ? new ElectionOutcome(ElectionSheet.State.ELECTED, List.of(), Map.of(), List.of(), 0,
            "Der einheitliche Wahlvorschlag ist einstimmig angenommen (§ 50 Abs. 3 GO NRW).")
        : outcome(election);
    return new ElectionSheet(election.agendaItemId, election.version, election.kind, election.position, election.seats,
        election.seatMethod, election.ballots(), outcome.state(), outcome.elected(), outcome.seats(), outcome.next(),
        election.lot().stream().sorted().toList(), election.lotDrawnBy, election.unanimousProposal,
        outcome.explanation(), minutes(election, outcome));
  }

  private static String minutes(Election election, ElectionOutcome outcome) {
    if (election.unanimousProposal != null) {
      return election.position + ": " + election.unanimousProposal + "\n" + outcome.explanation();
    }
    if (outcome.state() == ElectionSheet.State.OPEN) {
      return null;
    }
    String ballots = election.ballots().stream().map(ballot -> ballot.number() + ". Wahlgang: " + ballot.cast()
        + " abgegebene Stimmen, " + ballot.invalid() + " ungültig; " + ballot.votes().entrySet().stream()
            .map(line -> line.getKey() + " " + line.getValue()).collect(Collectors.joining(", "))
        + (ballot.noVotes() > 0 ? ", Nein " + ballot.noVotes() : "") + ".").collect(Collectors.joining("\n"));
    String drawn = election.lotDrawnBy == null ? "" : "\nDas Los hat gezogen: " + election.lotDrawnBy + ".";
    String elected = outcome.elected().isEmpty() ? ""
        : "\nGewählt ist " + ElectionOutcome.german(outcome.elected()) + ".";
    return election.position + "\n" + ballots + "\n" + outcome.explanation() + drawn + elected;
  }

  private Election election(Long itemId) {
    changing(itemId);
    return elections.findOfItem(itemId)
        .orElseThrow(() -> BusinessException.unknown("Für diesen Tagesordnungspunkt ist noch keine Wahl angelegt."));
  }

  private AgendaItem changing(Long itemId) {
    AgendaItem found = items.required(itemId);
    meetings.lock(found.meetingId);
    AgendaItem item = items.findById(itemId).orElseThrow();
    if (!item.state.open()) {
      throw new BusinessException("Für diesen Tagesordnungspunkt ist inzwischen ein Ergebnis erfasst oder er ist"
          + " abgesetzt.");
    }
    return item;
  }

  private static void checkText(String text, int length, String what) {
    if (text == null || text.isBlank() || text.length() > length) {
      throw new BusinessException("Bitte geben Sie an, " + what + ", mit höchstens " + length + " Zeichen.");
    }
  }
}
