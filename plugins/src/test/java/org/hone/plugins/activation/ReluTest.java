package org.hone.plugins.activation;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class ReluTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Relu();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of(), 1e-9, x -> Math.max(0, x));
  }
}
