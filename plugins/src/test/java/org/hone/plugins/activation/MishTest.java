package org.hone.plugins.activation;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class MishTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Mish();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of(), 1e-9, x -> x * Math.tanh(Math.log1p(Math.exp(x))));
  }
}
