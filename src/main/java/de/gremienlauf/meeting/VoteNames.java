package de.gremienlauf.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is named as voting against or as abstaining. */
record VoteNames(List<String> against, List<String> abstaining) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String NUMBER = GermanNumbers.PATTERN;
  private static final String BELONGING = "(?=(?:von|vom|der|des|durch|aus|seitens|eines|einer|einem|zweier|dreier"
      + "|einzelner|mehrerer)\\b)";
  private static final String COUNTED = "\\s*(?:[:=]\\s*)?(?:" + NUMBER + "\\s*)?";

  private static final Pattern AGAINST = Pattern.compile("\\bgegen\\s+"
      + "|\\bgegenstimmen?\\s+" + BELONGING
      + "|\\bbei\\s+ablehnung\\s+" + BELONGING
      + "|\\b(?:gegenstimmen?|nein(?:-?stimmen?)?|dagegen|ablehnung(?:en)?)(?:" + COUNTED + "\\(|\\s*:\\s*)", FLAGS);
  private static final Pattern ABSTAINING = Pattern.compile("\\b(?:stimm(?:en)?)?enthaltung(?:en)?\\s+" + BELONGING
      + "|\\b(?:(?:stimm(?:en)?)?enthaltung(?:en)?|enth\\b\\.?)(?:" + COUNTED + "\\(|\\s*:\\s*)"
      + "|\\b(?:stimm(?:en)?)?enthaltung(?:en)?\\s+(?-i:(?=\\p{Lu}))", FLAGS);
  private static final Pattern ABSTAIN_THEMSELVES =
      Pattern.compile("(?<names>[^;\\n().]*?)\\s+(?:enthält|enthalten|enthielt|enthielten)\\s+sich\\b", FLAGS);
  private static final Pattern STOP = Pattern.compile("[;\\n()]|(?<!\\b(?:Dr|Prof|Hr|Fr|St|Nr))\\.\\s+(?-i:(?=\\p{Lu}))"
      + "|\\b(?:mehrheitlich|einstimmig|einhellig|zugestimmt|beschlossen|abgelehnt|angenommen|empfohlen|vertagt"
      + "|zurückgestellt|verwiesen|überwiesen|abgesetzt|geändert|ungeändert|genehmigt|bei|gegen|ohne|im|in|zur|wird"
      + "|mit(?! freien? wähler)|wurde|werden|so|unter|nicht\\p{L}*|zu|an|als|am|ist|hat|haben|enth|ja|nein|dafür"
      + "|(?:stimm(?:en)?)?enthaltung(?:en)?|dagegen|gegenstimmen?|anwesend|befangen|ungültig|abwesenheit|enthält"
      + "|enthalten|enthielt|enthielten|damit|somit|namentliche[rn]?|geheime[rn]?|offene[rn]?|siehe|folgende[nrs]?"
      + "|mitwirkungsverbote?|ausgeschlossen|ausschluss)\\b", FLAGS);
  private static final Pattern ASIDE = Pattern.compile("\\s*\\([^()]*\\)");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*,\\s*(?:und\\s+|sowie\\s+)?|\\s+(?:und|sowie|&)\\s+|\\s+/\\s+(?!Die Grünen)");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:der|die|das|des|dem|den|von|vom|durch|aus|seitens|jeweils|auch|und|sowie)(?:\\s+|$)");
  private static final Pattern VOTES = Pattern.compile("^(?:" + NUMBER + "\\s+)?Stimmen?(?:\\s+|$)");
  private static final Pattern SEATS = Pattern.compile("^\\d{1,3}\\s+(?=\\p{Lu})");
  private static final Pattern GROUPS = Pattern.compile("^Fraktionen\\s+(?:(?:von|der)\\s+)?");
  private static final Pattern MATTER = Pattern.compile("(?:vertagung|.*vorlage|.*antrag|.*vorschlag|beschluss.*"
      + "|.*weisung|absetzung|dringlichkeit|.*empfehlung|zurückstellung)(?:\\s.*)?", FLAGS);
  private static final Pattern NAME = Pattern.compile(".*\\p{Lu}.*", Pattern.DOTALL);

  static VoteNames of(String text) {
    List<String> abstaining = named(text, ABSTAINING);
    for (Matcher matcher = ABSTAIN_THEMSELVES.matcher(text); matcher.find(); ) {
      String before = matcher.group("names");
      int from = 0;
      for (Matcher stop = STOP.matcher(before); stop.find(); ) {
        from = stop.end();
      }
      add(abstaining, before.substring(from));
    }
    return new VoteNames(named(text, AGAINST), abstaining);
  }

  private static List<String> named(String text, Pattern trigger) {
    List<String> names = new ArrayList<>();
    for (Matcher matcher = trigger.matcher(text); matcher.find(); ) {
      String list = ASIDE.matcher(text.substring(matcher.end())).replaceAll("");
      Matcher stop = STOP.matcher(list);
      add(names, stop.find() ? list.substring(0, stop.start()) : list);
    }
    return names;
  }

  private static void add(List<String> names, String list) {
    List<String> found = new ArrayList<>();
    for (String part : SEPARATOR.split(list.strip())) {
      String name = clean(part);
      if (MATTER.matcher(name).matches()) {
        break;
      }
      if (NAME.matcher(name).matches()) {
        found.add(name);
      }
    }
    completeHyphens(found);
    found.stream().filter(name -> !names.contains(name)).forEach(names::add);
  }

  private static String clean(String part) {
    String name = part.strip();
    String before;
    do {
      before = name;
      for (Pattern prefix : List.of(ARTICLE, VOTES, SEATS, GROUPS)) {
        name = prefix.matcher(name).replaceFirst("");
      }
    } while (!name.equals(before));
    return name.replaceAll("(?:\\s+(?:und|sowie|[–-])|[.,:/\\s])+$", "");
  }

  /** "CDU- und FDP-Fraktion" names two groups with one ending. */
  private static void completeHyphens(List<String> names) {
    for (int i = 0; i + 1 < names.size(); i++) {
      String last = names.get(names.size() - 1);
      if (names.get(i).endsWith("-") && last.contains("-")) {
        names.set(i, names.get(i) + last.substring(last.lastIndexOf('-') + 1));
      }
    }
  }
}
