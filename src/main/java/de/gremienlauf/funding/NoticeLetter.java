package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A notice as a letter: from whom it is and how it came.
 *
 * @param authority the authority that issued it
 * @param fileReference its file reference (Geschäftszeichen); null if there is none
 * @param noticeDate the date printed on it
 * @param postedOn the day it was posted or sent; null if unknown: the printed date is then assumed
 * @param method how it came; null if unknown: an ordinary letter is then assumed
 * @param receivedOn the day it was proven to arrive; needed for a notice that was served, else null if not proven
 * @param instruction whether it rightly says how it can be challenged (Rechtsbehelfsbelehrung)
 */
public record NoticeLetter(String authority, String fileReference, LocalDate noticeDate, LocalDate postedOn,
    NoticeMethod method, LocalDate receivedOn, boolean instruction) {
}
