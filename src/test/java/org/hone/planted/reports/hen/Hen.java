package org.hone.planted.reports.hen;

import java.util.List;
import org.hone.planted.reports.Egg;

/** Needs the egg, which needs the hen. */
public record Hen(List<Egg> eggs) {
  public Egg lay() {
    return new Egg(this);
  }
}
