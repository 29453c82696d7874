package org.hone.reports.section;

import java.util.List;

/**
 * Named figures.
 *
 * @param prominent whether they are the few that matter most
 */
public record Facts(List<Fact> facts, boolean prominent) implements Block {

  /**
   * One of them.
   *
   * @param note how sure, of how many; may be empty
   */
  public record Fact(String label, Cell value, String note) {

    /** A fact that needs no note. */
    static Fact of(String label, Cell value) {
      return new Fact(label, value, "");
    }

    /** A fact in words. */
    static Fact of(String label, String value) {
      return of(label, new Cell.Text(value));
    }
  }

  public Facts {
    facts = List.copyOf(facts);
  }

  /** A plain list of facts. */
  static Facts of(List<Fact> facts) {
    return new Facts(facts, false);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.facts(this);
  }
}
