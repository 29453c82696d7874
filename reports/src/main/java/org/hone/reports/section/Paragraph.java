package org.hone.reports.section;

/**
 * Prose.
 *
 * @param aside whether it explains how to read what stands beside it
 */
public record Paragraph(String text, boolean aside) implements Block {

  /** A paragraph of the story. */
  static Paragraph of(String text) {
    return new Paragraph(text, false);
  }

  /** A note on how to read the figures. */
  static Paragraph aside(String text) {
    return new Paragraph(text, true);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.paragraph(this);
  }
}
