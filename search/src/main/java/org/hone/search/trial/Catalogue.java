package org.hone.search.trial;

import java.util.List;
import java.util.Optional;
import org.hone.search.space.Literal;

/**
 * The techniques a study chooses among, frozen when it begins: what a report needs to speak of
 * them.
 *
 * @param techniques in the order of application
 */
public record Catalogue(List<Entry> techniques) {

  /**
   * One technique.
   *
   * @param id kebab-case, never renamed
   * @param slot the place in training it acts on
   * @param version of the plugin it came from
   * @param source citation in one line
   * @param on holds in exactly the trials that use it
   * @param parameters full names of its own parameters in the search space
   */
  public record Entry(
      String id, String slot, String version, String source, Literal on, List<String> parameters) {
    public Entry {
      parameters = List.copyOf(parameters);
    }

    /** Whether the trial uses it. */
    public boolean isUsedBy(TrialRecord trial) {
      return on.holds(trial.parameters());
    }
  }

  public Catalogue {
    techniques = List.copyOf(techniques);
  }

  /** No techniques. */
  public static Catalogue empty() {
    return new Catalogue(List.of());
  }

  /** The technique of this id. */
  public Optional<Entry> find(String id) {
    return techniques.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
