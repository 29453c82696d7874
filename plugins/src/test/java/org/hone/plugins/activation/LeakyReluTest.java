package org.hone.plugins.activation;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class LeakyReluTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new LeakyRelu();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of("slope", 0.2), 1e-9, x -> x > 0 ? x : 0.2 * x);
  }
}
