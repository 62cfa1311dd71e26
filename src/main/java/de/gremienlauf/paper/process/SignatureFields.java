package de.gremienlauf.paper.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.SigningRight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields in which somebody says as what they sign. */
final class SignatureFields {

  private SignatureFields() {
  }

  /** What is proposed to somebody; empty fields for who has no right to sign. */
  static Map<String, Object> of(Optional<SigningRight> right) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signatory", right.map(SigningRight::signatory).orElse(null));
    fields.put("capacity", right.map(proposed -> proposed.capacity().name()).orElse(null));
    fields.put("represented", right.map(SigningRight::represented).orElse(null));
    return fields;
  }

  static Capacity capacity(FormData form, String label, String missing) {
    Capacity capacity = form.choice("capacity", label, Capacity.class);
    if (capacity == null) {
      throw new BusinessException(missing);
    }
    return capacity;
  }

  /** Who is represented; a proposal that the form hides from who signs for themselves was not entered. */
  static String represented(FormData form, String label, Capacity capacity, Supplier<Optional<SigningRight>> proposed) {
    String represented = form.text("represented", label);
    boolean hidden = capacity == Capacity.OWN && represented != null && proposed.get().map(SigningRight::represented)
        .filter(represented::equals).isPresent();
    return hidden ? null : represented;
  }
}
