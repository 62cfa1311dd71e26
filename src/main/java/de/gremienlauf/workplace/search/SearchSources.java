package de.gremienlauf.workplace.search;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.funding.ProjectState;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.MeetingState;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.paper.UrgentDecisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the tables of all modules what something is found by, and decides what of it is everybody's: the same as
 * the pages show. What is not goes into a document of its own, which only those may find who may read it.
 */
@Component
class SearchSources {

  /** Where the municipality of each kind stands, and its id. */
  private static final Map<SearchKind, String> OWN = Map.of(
      SearchKind.PAPER, "select t.id from paper t where t.municipality = ?",
      SearchKind.PROJECT, "select t.id from funded_project t where t.municipality = ?",
      SearchKind.MEETING,
      "select t.id from meeting t join organization o on o.id = t.organization_id where o.municipality = ?",
      SearchKind.ITEM, "select t.id from agenda_item t join meeting m on m.id = t.meeting_id"
          + " join organization o on o.id = m.organization_id where o.municipality = ?",
      SearchKind.PERSON, "select t.id from person t where t.municipality = ?",
      SearchKind.BODY, "select t.id from organization t where t.municipality = ?");

  private final Council council;
  private final UserNames names;
  private final JdbcClient jdbc;

  SearchSources(Council council, UserNames names, JdbcClient jdbc) {
    this.council = council;
    this.names = names;
    this.jdbc = jdbc;
  }

  /** The ids of everything of a kind in the own municipality. */
  List<Long> ids(SearchKind kind) {
    return jdbc.sql(OWN.get(kind) + " order by t.id").param(council.ownMunicipality()).query(Long.class).list();
  }

  /**
   * The documents of those things that exist and belong to the own municipality; others are replayed cases and trials.
   */
  Map<Long, List<SearchDocument>> of(SearchKind kind, Collection<Long> ids) {
    return switch (kind) {
      case PAPER -> each(ids, this::paper);
      case PROJECT -> each(ids, this::project);
      case MEETING -> meetings(ids);
      case ITEM -> items(ids);
      case PERSON -> each(ids, this::person);
      case BODY -> each(ids, this::body);
    };
  }

  private static Map<Long, List<SearchDocument>> each(Collection<Long> ids, Function<Long, List<SearchDocument>> of) {
    return ids.stream().collect(Collectors.toMap(Function.identity(), of));
  }

  private <T extends Record> Optional<T> own(Class<T> type, String sql, Long id) {
    return jdbc.sql(sql + " and municipality = ?").params(id, council.ownMunicipality()).query(RecordRows.of(type))
        .optional();
  }

  private <T extends Record> List<T> own(Class<T> type, String sql, Collection<Long> ids) {
    return jdbc.sql(sql + " and o.municipality = :municipality").param("ids", ids)
        .param("municipality", council.ownMunicipality()).query(RecordRows.of(type)).list();
  }

  private record PaperRow(String reference, int revision, String paperType, String name, String leadOffice,
      String originator, String author, boolean publicPaper, LocalDate releasedOn, LocalDate createdOn,
      String state, String reasons, String budget, String alternative, String numbers) {
  }

  private List<SearchDocument> paper(Long id) {
    return own(PaperRow.class, "select reference, revision, paper_type, name, lead_office, originator, author,"
            + " public_paper, released_on, cast(created_at as date) as created_on, state, reasons, budget, alternative,"
            + " (select string_agg(n.reference, chr(10) order by n.reference) from paper_number n"
            + " where n.paper_id = paper.id) as numbers from paper where id = ?", id)
        .map(paper -> List.of(paper(id, paper))).orElse(List.of());
  }

  private SearchDocument paper(Long id, PaperRow paper) {
    boolean everybody = paper.publicPaper && paper.releasedOn != null;
    String attachments = everybody ? " and public_attachment" : "";
    // What a body said behind closed doors of a public paper is not everybody's; an urgent decision repeats an earlier
    // wording, perhaps that one, and adds no words.
    String texts = texts(id, "select 1 as part, p.point_number as line, p.text as text from wording w"
        + " join resolution_point p on p.wording = w.id left join consultation c on c.id = w.consultation_id"
        + " left join agenda_item i on i.id = c.agenda_item_id"
        + " where w.paper_id = :id" + (everybody ? " and coalesce(i.public_item, true)"
            + " and w.label not like '" + UrgentDecisions.TITLE + "%'" : "")
        + " union all select 2, attachment_number, name from attachment where paper_id = :id" + attachments
        + " union all select 3, attachment_number, file_name from attachment where paper_id = :id" + attachments
        + " union all select 4, id, signatory from signature where paper_id = :id"
        + " union all select 5, id, represented from signature where paper_id = :id"
        + " union all select 6, c.consultation_number, o.name from consultation c"
        + " join organization o on o.id = c.organization_id where c.paper_id = :id"
        + " union all select 7, s.id, o.name from co_signature s join organization o on o.id = s.organization_id"
        + " where s.paper_id = :id"
        + " union all select 8, 0, label from paper_label where paper = :id");
    List<String> numbers = new ArrayList<>(paper.numbers == null ? List.of() : List.of(paper.numbers.split("\n")));
    String printed = paper.reference == null || paper.revision == 0 ? paper.reference
        : paper.reference + "/" + paper.revision;
    if (printed != null) {
      numbers.add(printed);
    }
    return new SearchDocument(everybody, printed, numbers, paper.name, paper.paperType,
        PaperState.valueOf(paper.state).label(), paper.leadOffice,
        paper.releasedOn != null ? paper.releasedOn : paper.createdOn, "/vorgaenge/index.html#" + id,
        lines(paper.reasons, paper.budget, paper.alternative, texts, paper.originator, names.of(paper.author)));
  }

  private record ProjectRow(String projectNumber, String name, String programme, String idea, String targetGroup,
      String leadOffice, String grantor, String state, LocalDate createdOn) {
  }

  private List<SearchDocument> project(Long id) {
    return own(ProjectRow.class, "select project_number, name, programme, idea, target_group, lead_office, grantor,"
            + " state, cast(created_at as date) as created_on from funded_project where id = ?", id)
        .map(project -> List.of(project(id, project))).orElse(List.of());
  }

  private SearchDocument project(Long id, ProjectRow project) {
    String texts = texts(id, "select 1 as part, id as line, name as text from project_partner where project_id = :id"
        + " union all select 2, id, name from focus_topic where project_id = :id"
        + " union all select 3, id, description from focus_topic where project_id = :id"
        + " union all select 4, id, wording from objective where project_id = :id"
        + " union all select 5, id, wording from recommendation where project_id = :id"
        + " union all select 6, id, reference from project_paper where project_id = :id"
        + " union all select 7, id, authority from funding_notice where project_id = :id"
        + " union all select 8, id, file_reference from funding_notice where project_id = :id"
        + " union all select 9, id, name from project_document where project_id = :id"
        + " union all select 10, id, name from concept where project_id = :id"
        + " union all select 11, id, title from progress_report where project_id = :id"
        + " union all select 12, id, body_text from progress_report where project_id = :id"
        + " union all select 13, id, body_text from final_report where project_id = :id"
        + " union all select 14, id, narrative from proof_of_use where project_id = :id");
    return new SearchDocument(false, project.projectNumber, List.of(project.projectNumber), project.name,
        "Förderprojekt", ProjectState.valueOf(project.state).label(), project.leadOffice, project.createdOn,
        "/foerderung/#" + id, lines(project.programme, project.idea, project.targetGroup, project.grantor, texts));
  }

  private static final String MINUTES =
      "m.minutes_released_on, n.names_to_redact, n.release_decision, o.organization_type";

  /** Minutes are everybody's once they are released as a whole; see the gate of the meeting module. */
  private static boolean published(LocalDate minutesReleasedOn, String namesToRedact, String releaseDecision,
      String organizationType) {
    return minutesReleasedOn != null && (namesToRedact == null || namesToRedact.isBlank())
        && (!Organization.PROJECT_BODY.equals(organizationType) || releaseDecision != null);
  }

  private record MeetingRow(Long id, String name, LocalDate meetingDay, String startTime, String location, String kind,
      String state, String body, String opening, String closing, String remark, LocalDate minutesReleasedOn,
      String namesToRedact, String releaseDecision, String organizationType) {
  }

  private Map<Long, List<SearchDocument>> meetings(Collection<Long> ids) {
    return own(MeetingRow.class, "select m.id, m.name, m.meeting_day, m.start_time, m.location, m.kind, m.state,"
        + " o.name as body, n.opening, n.closing, n.remark, " + MINUTES + " from meeting m"
        + " join organization o on o.id = m.organization_id left join meeting_minutes n on n.meeting_id = m.id"
        + " where m.id in (:ids)", ids).stream().collect(Collectors.toMap(MeetingRow::id, SearchSources::meeting));
  }

  private static List<SearchDocument> meeting(MeetingRow meeting) {
    String day = GermanDate.print(meeting.meetingDay);
    String minutes = lines(meeting.opening, meeting.closing, meeting.remark);
    String title = meeting.body + ", " + day;
    String known = lines(meeting.name.contains(meeting.body) ? null : meeting.name, meeting.location);
    boolean published = published(meeting.minutesReleasedOn, meeting.namesToRedact, meeting.releaseDecision,
        meeting.organizationType);
    return twice(published, known, minutes, (everybody, content) -> new SearchDocument(everybody, null,
        List.of(), title, MeetingKind.valueOf(meeting.kind).label(), MeetingState.valueOf(meeting.state).label(),
        meeting.startTime == null ? null : "Beginn " + meeting.startTime + " Uhr", meeting.meetingDay,
        "/sitzung/?id=" + meeting.id, content));
  }

  private record ItemRow(Long id, Long meetingId, LocalDate meetingDay, String body, String title, String itemKind,
      String paperReference, String amendedReference, boolean publicItem, String printedNumber, String state,
      String result, String voteText, String againstNames, String abstainingNames, String pointVotes, String resolution,
      String amendedWording, String remark, String tablePapers, String minutesText, LocalDate minutesReleasedOn,
      String namesToRedact, String releaseDecision, String organizationType) {

    String known() {
      return lines(paperReference, amendedReference, result, voteText, resolution, amendedWording, pointVotes,
          againstNames, abstainingNames, tablePapers);
    }

    /** What is known before anything is said about the item. */
    String announced() {
      return lines(paperReference, amendedReference, tablePapers);
    }

    boolean empty() {
      return "STANDING".equals(itemKind) && known().isEmpty() && minutesText == null && remark == null;
    }
  }

  private Map<Long, List<SearchDocument>> items(Collection<Long> ids) {
    return own(ItemRow.class, "select i.id, i.meeting_id, m.meeting_day, o.name as body, i.title, i.item_kind,"
        + " i.paper_reference, i.amended_reference, i.public_item, i.printed_number, i.state, i.result,"
        + " i.vote_text, i.against_names, i.abstaining_names, i.point_votes, i.resolution, i.amended_wording,"
        + " i.remark, i.table_papers, i.minutes_text, " + MINUTES + " from agenda_item i"
        + " join meeting m on m.id = i.meeting_id join organization o on o.id = m.organization_id"
        + " left join meeting_minutes n on n.meeting_id = m.id where i.id in (:ids)", ids).stream()
        .collect(Collectors.toMap(ItemRow::id, SearchSources::item));
  }

  private static List<SearchDocument> item(ItemRow item) {
    // What stands on every agenda and nothing was said about would only be in the way of everything else.
    if (item.empty() || AgendaItemState.valueOf(item.state) == AgendaItemState.MOVED) {
      return List.of();
    }
    boolean concluded = AgendaItemState.valueOf(item.state) == AgendaItemState.CONCLUDED;
    String state = concluded && item.result != null ? item.result : AgendaItemState.valueOf(item.state).label();
    DocumentMaker maker = (everybody, content) -> new SearchDocument(everybody, item.paperReference,
        item.paperReference == null ? List.of() : List.of(item.paperReference), item.title,
        item.printedNumber == null ? "Tagesordnungspunkt" : "TOP " + item.printedNumber,
        state.length() > 100 ? state.substring(0, 97) + "…" : state,
        item.body, item.meetingDay, "/sitzung/?id=" + item.meetingId, content);
    String whole = lines(item.known(), item.minutesText, item.remark);
    if (!item.publicItem) {
      return List.of(maker.make(false, whole));
    }
    boolean published =
        published(item.minutesReleasedOn, item.namesToRedact, item.releaseDecision, item.organizationType);
    // What is only typed yet is for who works on it, and the remark is never printed.
    String shown = lines(concluded ? item.known() : item.announced(), published ? item.minutesText : null);
    return shown.equals(whole) ? List.of(maker.make(true, whole))
        : List.of(maker.make(true, shown), maker.make(false, whole));
  }

  private record SeatRow(Long organizationId, String organization, String organizationType, String membershipRole,
      String politicalGroup, LocalDate endDate) {

    String text() {
      return Stream.of(organization, membershipRole, politicalGroup).filter(Objects::nonNull)
          .collect(Collectors.joining(", "));
    }
  }

  private record PersonRow(String name) {
  }

  private List<SearchDocument> person(Long id) {
    return own(PersonRow.class, "select name from person where id = ?", id).map(person -> person(id, person.name))
        .orElse(List.of());
  }

  private List<SearchDocument> person(Long id, String name) {
    List<SeatRow> seats = jdbc.sql("select o.id as organization_id, o.name as organization, o.organization_type,"
            + " m.membership_role, m.political_group, m.end_date from membership m"
            + " join organization o on o.id = m.organization_id where m.person_id = ?"
            + " order by case when m.end_date is null then 0 else 1 end, o.authority_level desc, o.name, m.id")
        .param(id).query(RecordRows.of(SeatRow.class)).list();
    List<SeatRow> elected = seats.stream()
        .filter(seat -> Organization.BODY.equals(seat.organizationType)).toList();
    List<SearchDocument> documents = new ArrayList<>();
    if (!elected.isEmpty()) {
      documents.add(person(true, name, elected));
    }
    if (elected.size() < seats.size() || seats.isEmpty()) {
      // Who works for the administration or a project is in no public list of members.
      documents.add(person(false, name, seats));
    }
    return documents;
  }

  private static SearchDocument person(boolean everybody, String name, List<SeatRow> seats) {
    return new SearchDocument(everybody, null, List.of(), name, "Person", null,
        seats.isEmpty() ? null : seats.get(0).text(), null,
        seats.isEmpty() ? null : "/sitzungen/?gremium=" + seats.get(0).organizationId,
        seats.stream().skip(1).map(SeatRow::text).collect(Collectors.joining("\n")));
  }

  private record BodyRow(String name, String organizationType, String classification, LocalDate endDate) {
  }

  private List<SearchDocument> body(Long id) {
    return own(BodyRow.class, "select name, organization_type, classification, end_date from organization where id = ?",
        id).map(body -> List.of(body(id, body))).orElse(List.of());
  }

  private static SearchDocument body(Long id, BodyRow body) {
    boolean office = Organization.OFFICE.equals(body.organizationType);
    return new SearchDocument(true, null, List.of(), body.name,
        office ? "Dienststelle" : body.classification == null ? "Gremium" : body.classification,
        body.endDate == null ? null : "bis " + GermanDate.print(body.endDate), null, null,
        office ? null : "/sitzungen/?gremium=" + id, "");
  }

  @FunctionalInterface
  private interface DocumentMaker {

    SearchDocument make(boolean everybody, String content);
  }

  /** One document for everybody, and another with what is not everybody's, if there is something. */
  private static List<SearchDocument> twice(boolean published, String known, String more, DocumentMaker maker) {
    if (more.isEmpty() || published) {
      return List.of(maker.make(true, lines(known, more)));
    }
    return List.of(maker.make(true, known), maker.make(false, lines(known, more)));
  }

  private String texts(Long id, String sql) {
    return jdbc.sql("select text from (" + sql + ") texts order by part, line, text").param("id", id)
        .query(String.class).list().stream().filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
  }

  private static String lines(String... texts) {
    return Stream.of(texts).map(Folding::clean).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }
}
