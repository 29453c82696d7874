package org.hone.plugins.activation;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class EluTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Elu();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of(), 1e-9, x -> x > 0 ? x : Math.expm1(x));
  }
}
