package org.hone.plugins.activation;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class GeluTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Gelu();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of(), 1e-7, x -> x / (1 + Math.exp(-1.702 * x)));
  }
}
