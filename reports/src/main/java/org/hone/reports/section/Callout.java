package org.hone.reports.section;

import java.util.List;

/**
 * Something that must not be missed: the verdict, a finding, a gap in the evidence.
 *
 * @param sentences the first says it, the others what follows
 */
public record Callout(Tone tone, String title, List<String> sentences) implements Block {
  public Callout {
    sentences = List.copyOf(sentences);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.callout(this);
  }
}
