/** The outbox: every e-mail of the product is stored with what it belongs to and sent afterwards, one by one. */
@org.springframework.modulith.ApplicationModule(displayName = "Postausgang", allowedDependencies = {"engine",
    "calendar", "deadline", "document"})
package de.gremienlauf.mail;
