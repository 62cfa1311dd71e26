package de.gremienlauf.replay;

/** A fault in the input of a replay; the message names file and place. */
class InputFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputFault(String file, String place, String message) {
    super(file + (place.isEmpty() ? "" : ", " + place) + ": " + message);
  }
}
