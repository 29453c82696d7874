package org.hone.planted.api;

import org.hone.planted.search.Climber;

/** The contract of techniques looks into the search beyond its space. */
final class Curious {
  private Curious() {}

  static void look() {
    Climber.climb();
  }
}
