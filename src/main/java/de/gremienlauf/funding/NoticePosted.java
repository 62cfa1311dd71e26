package de.gremienlauf.funding;

/** The real day on which a notice was posted has become known; told in the same transaction. */
record NoticePosted(Long projectId, Long noticeId) {
}
