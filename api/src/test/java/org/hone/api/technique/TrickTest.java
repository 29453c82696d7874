package org.hone.api.technique;

import org.hone.api.testkit.TechniqueContract;

/** The contract itself, run as an author would. */
class TrickTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Trick();
  }
}
