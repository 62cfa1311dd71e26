package de.gremienlauf.paper.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.gremienlauf.paper.PaperDetails;

/** A paper with what the person who asks may do with it right now, and the version that a change has to name. */
record PaperResponse(@JsonUnwrapped @JsonIgnoreProperties("may") PaperDetails paper, String version, boolean mayEdit,
    boolean mayChangeSequence, boolean mayCorrect, boolean mayWithdraw, boolean mayRevise, boolean maySupplement,
    boolean mayAudit) {
}
