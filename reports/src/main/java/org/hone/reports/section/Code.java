package org.hone.reports.section;

/**
 * Text to copy as it is.
 *
 * @param language for highlighting, such as {@code yaml}; may be empty
 */
public record Code(String text, String language) implements Block {
  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.code(this);
  }
}
