package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What every document of a meeting says about it.
 *
 * @param city name of the city in the letterhead, e.g. "Stadt Musterstadt"
 * @param body name of the Gremium
 * @param meetingName e.g. "33. Sitzung"
 * @param kind e.g. "Sondersitzung"; null for a regular meeting
 * @param startTime time of day it is planned to begin, e.g. "15:30"; may be null
 * @param location where it takes place; may be null
 * @param term Wahlperiode, e.g. "2014/2020"; may be null
 */
public record MeetingHead(
    String city,
    String body,
    String meetingName,
    String kind,
    LocalDate day,
    String startTime,
    String location,
    String term) {

  public MeetingHead {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(meetingName, "meetingName");
    Objects.requireNonNull(day, "day");
  }
}
