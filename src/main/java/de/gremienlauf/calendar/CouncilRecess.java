package de.gremienlauf.calendar;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recesses of the municipalities, by the name of the municipality as people read it. */
@Service
@Transactional
public class CouncilRecess {

  private final RecessRepository recesses;

  CouncilRecess(RecessRepository recesses) {
    this.recesses = recesses;
  }

  @Transactional(readOnly = true)
  public Recesses of(String municipality) {
    return new Recesses(recesses.findByMunicipalityOrderByFirstDay(municipality));
  }

  /**
   * Adds a recess unless it is known.
   *
   * @return whether it was added
   * @throws BusinessException if it ends before it begins or overlaps with another
   */
  public boolean add(String municipality, LocalDate firstDay, LocalDate lastDay) {
    if (lastDay.isBefore(firstDay)) {
      throw new BusinessException("Die Ratsferien enden am " + GermanDate.print(lastDay) + " vor ihrem Beginn am "
          + GermanDate.print(firstDay) + ".");
    }
    for (Recess other : of(municipality).recesses()) {
      if (other.firstDay().equals(firstDay) && other.lastDay().equals(lastDay)) {
        return false;
      }
      if (!other.firstDay().isAfter(lastDay) && !other.lastDay().isBefore(firstDay)) {
        throw new BusinessException("Die Ratsferien vom " + period(firstDay, lastDay)
            + " überschneiden sich mit denen vom " + period(other.firstDay(), other.lastDay()) + ".");
      }
    }
    recesses.save(new Recess(null, municipality, firstDay, lastDay));
    return true;
  }

  private static String period(LocalDate firstDay, LocalDate lastDay) {
    return GermanDate.print(firstDay) + " bis " + GermanDate.print(lastDay);
  }
}
