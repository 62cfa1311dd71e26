package de.gremienlauf.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts in euro with cents, as people in a German office write them: 1.234,56. Exact decimals, never floating. */
public final class Euro {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,3}(?:[. \\u00A0]\\d{3})+|\\d+)(?:,(\\d{1,2}|-|–))?(?:\\s*(?:€|Euro|EUR))?",
          Pattern.CASE_INSENSITIVE);
  private static final int WHOLE_DIGITS = 13;

  private Euro() {
  }

  /**
   * Reads an amount of at least 0,00: 1.234,56 or 1234,56 or 1.234 or 1.234,56 €.
   *
   * @param label the field's name for the message
   * @return with two decimal places
   * @throws BusinessException if the text is no amount; a point never stands for the decimals
   */
  public static BigDecimal parse(String text, String label) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches() || digits(written.group(1)).length() > WHOLE_DIGITS) {
      throw new BusinessException("„" + label + "“ ist kein Betrag in Euro: „" + abbreviated(text)
          + "“. Bitte als 1.234,56 angeben.");
    }
    String cents = written.group(2) == null ? "" : written.group(2).replaceAll("\\D", "");
    return cents(new BigDecimal(digits(written.group(1)) + "." + (cents + "00").substring(0, 2)));
  }

  /** The amount in full cents, half a cent rounded up. */
  public static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** The amount as it is printed: 1.234,56 €; empty for null. */
  public static String print(BigDecimal amount) {
    return amount == null ? "" : plain(amount) + " €";
  }

  /** The amount as it stands in a field: 1.234,56; empty for null. */
  public static String plain(BigDecimal amount) {
    return amount == null ? "" : format("#,##0.00").format(cents(amount));
  }

  /** A rate in per cent as it is printed: 90 % or 66,6667 %; empty for null. */
  public static String percent(BigDecimal rate) {
    return rate == null ? "" : format("0.####").format(rate) + " %";
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.GERMANY));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  private static String digits(String grouped) {
    return grouped.replaceAll("\\D", "");
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
