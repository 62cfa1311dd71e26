package de.gremienlauf.replay;

import de.gremienlauf.engine.Phrases;
import de.gremienlauf.meeting.ResultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Printed results of which the words alone mislead: what they mean is said by the rest of the record. */
@Component
class ResultInContext {

  private static final Pattern NUMBERED = Pattern.compile("(?<!\\S)\\d{1,2}\\.\\s+(?=\\p{Lu})");
  private static final Pattern FOLLOWS = Pattern.compile(
      "(?:folgt|schließt sich) (?:\\S+ ){0,3}\\S*empfehlung|empfehlung (?:\\S+ ){0,4}gefolgt");
  private static final Pattern AMENDMENT = Pattern.compile("(?iu)(änderungs|ergänzungs|ersetzungs|zusatz)antrag");
  private static final int BEFORE_THE_NUMBER = 30;

  private final ResultKinds kinds;

  ResultInContext(ResultKinds kinds) {
    this.kinds = kinds;
  }

  /** What the body did, null if nobody knows: as the table says unless the record says otherwise. */
  ResultKind of(DrivenCase driven, int index) {
    String printed = ofThisPaper(driven.recorded.type(), driven.entries.get(index).recorded().result());
    Optional<ResultKind> own = onThisPaper(printed, driven.recorded.reference()).map(kinds::of);
    return own.isPresent() ? own.get() : followsARejection(driven, index) ? ResultKind.REJECTED : kinds.of(printed);
  }

  /** What is said of "the amendment" is said of this paper if it is one itself. */
  private static String ofThisPaper(String type, String printed) {
    return printed != null && AMENDMENT.matcher(Objects.requireNonNullElse(type, "")).find()
        ? AMENDMENT.matcher(printed).replaceAll("Antrag") : printed;
  }

  /** Of several numbered decisions on several papers the one whose subject is this paper. */
  private static Optional<String> onThisPaper(String printed, String reference) {
    if (printed == null || reference == null) {
      return Optional.empty();
    }
    Pattern subject = Pattern.compile("^.{0," + BEFORE_THE_NUMBER + "}" + Pattern.quote(reference) + "(?![\\d/])");
    List<String> decisions = Arrays.stream(NUMBERED.split(printed)).map(String::strip)
        .filter(part -> !part.isEmpty()).toList();
    return decisions.size() < 2 ? Optional.empty()
        : decisions.stream().filter(decision -> subject.matcher(decision).find()).findFirst();
  }

  /** Whether it agrees to a recommendation which was to reject the paper. */
  private boolean followsARejection(DrivenCase driven, int index) {
    RecordedCase.Entry recorded = driven.entries.get(index).recorded();
    return index > 0 && FOLLOWS.matcher(Phrases.normalize(recorded.result())).find()
        && kinds.of(recorded.result()) == ResultKind.ACCEPTED
        && kinds.of(driven.entries.get(index - 1).recorded().result()) == ResultKind.REJECTED;
  }
}
