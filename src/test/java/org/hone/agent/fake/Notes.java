package org.hone.agent.fake;

import java.util.ArrayList;
import java.util.List;
import org.hone.agent.TuningListener;

/** Remembers what a tuning notes. */
public final class Notes implements TuningListener {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void note(String line) {
    lines.add(line);
  }

  /** So far, since they were cleared. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  public void clear() {
    lines.clear();
  }
}
