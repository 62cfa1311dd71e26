package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.document.DocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A city with meetings that no process runs, so that tests order what a meeting's process would. */
@Component
class MinutesWorld {

  static final LocalDate DAY = LocalDate.of(2026, 3, 17);

  private final Council council;
  private final MeetingRepository meetings;
  private final AgendaItemRepository items;
  private final MeetingDocuments documents;
  private final DocumentStore store;
  private final RuntimeService runtime;

  MinutesWorld(Council council, MeetingRepository meetings, AgendaItemRepository items, MeetingDocuments documents,
      DocumentStore store, RuntimeService runtime) {
    this.council = council;
    this.meetings = meetings;
    this.items = items;
    this.documents = documents;
    this.store = store;
    this.runtime = runtime;
  }

  Organization body(String name) {
    return council.addBody("Teststadt " + UUID.randomUUID(), name, null, null, null);
  }

  Organization projectBody(String name) {
    return council.addProjectBody("Teststadt " + UUID.randomUUID(), name, "Projektgremium", null, null);
  }

  Person member(Organization body, String name, String role, String address) {
    Person person = council.addPersons(List.of(new Person(null, body.municipality(), name, null, address))).get(0);
    council.addMemberships(List.of(Membership.of(person, body, role, true, null, null)));
    return person;
  }

  void deputy(Organization body, String name, String address) {
    Person person = council.addPersons(List.of(new Person(null, body.municipality(), name, null, address))).get(0);
    council.addMemberships(List.of(Membership.of(person, body, "Mitglied", true, null, null).asDeputyOf(null)));
  }

  Meeting meeting(Organization body, LocalDate day, Consumer<Meeting> more) {
    Meeting meeting = new Meeting();
    meeting.organizationId = body.id();
    meeting.name = "Sitzung " + body.name();
    meeting.day = day;
    meeting.startTime = "15:30";
    meeting.location = "Rathaus, Saal 1";
    more.accept(meeting);
    return meetings.save(meeting);
  }

  AgendaItem item(Meeting meeting, String number, String title, Consumer<AgendaItem> more) {
    AgendaItem item = new AgendaItem();
    item.meetingId = meeting.id;
    item.itemKind = AgendaItemKind.MATTER;
    item.title = title;
    item.printedNumber = number;
    item.publicItem = !number.startsWith("N");
    item.position = items.findOfMeeting(meeting.id).size() + 1;
    item.requestedOn = meeting.day.minusDays(20);
    more.accept(item);
    return items.save(item);
  }

  String start(String process, Map<String, Object> variables) {
    return runtime.startProcessInstanceByKey(process, "Sitzung " + variables.get("meetingId"), variables).getId();
  }

  List<MeetingDocument> documents(Meeting meeting, MeetingDocumentKind kind) {
    return documents.of(meeting.id, false).stream().filter(document -> document.kind() == kind).toList();
  }

  String text(MeetingDocument document) {
    return text(store.content(document.documentHash()));
  }

  byte[] bytes(MeetingDocument document) {
    return store.content(document.documentHash());
  }

  /** What the PDF says, its words one blank apart. */
  static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0\u00AD]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that anybody can read out of the file, without white space: text, properties, outline. */
  static String everything(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StringBuilder all = new StringBuilder(new PDFTextStripper().getText(document));
      all.append(document.getDocumentInformation().getCOSObject());
      all.append(new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"));
      if (document.getDocumentCatalog().getDocumentOutline() != null) {
        document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> all.append(item.getTitle()));
      }
      return all.toString().replaceAll("[\\s\u00A0\u00AD]+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
