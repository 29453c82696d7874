package org.hone.search.storage.jdbc;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.ParameterValues.Assignment;

/**
 * A distribution that each parameter of a study has in the database; being compatible is
 * transitive, so that one is enough to check against, and never needs to be looked up again.
 * Thread-safe.
 */
final class KnownDistributions {
  private static final String KNOWN =
      """
      select distribution_json from trials join trial_params using (trial_id)
      where study_id = ? and param_name = ? limit 1""";

  private final long study;
  private final DistributionTexts texts;
  private final Map<String, Distribution> byName = new ConcurrentHashMap<>();

  KnownDistributions(long study, DistributionTexts texts) {
    this.study = study;
    this.texts = texts;
  }

  /**
   * Checks them within the transaction that will write them.
   *
   * @throws IllegalArgumentException if one is incompatible with what the study has
   */
  void requireCompatible(Statements statements, Dialect dialect, ParameterValues parameters)
      throws SQLException {
    boolean locked = false;
    for (Map.Entry<String, Assignment> entry : parameters.assignments().entrySet()) {
      String name = entry.getKey();
      if (!byName.containsKey(name)) {
        if (!locked) {
          new StudyTable(statements, dialect).lock(study);
          locked = true;
        }
        look(statements, name);
      }
      Distribution known = byName.get(name);
      if (known != null) {
        known.requireCompatible(name, entry.getValue().distribution());
      }
    }
  }

  private void look(Statements statements, String name) throws SQLException {
    statements
        .first(KNOWN, row -> texts.read(row.getString(1)), study, name)
        .ifPresent(found -> byName.put(name, found));
  }
}
