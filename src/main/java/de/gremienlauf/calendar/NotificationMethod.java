package de.gremienlauf.calendar;

/** How a notice was sent; both count as notified on the same day (§ 41 (2) VwVfG NRW). */
public enum NotificationMethod { LETTER, ELECTRONIC }
