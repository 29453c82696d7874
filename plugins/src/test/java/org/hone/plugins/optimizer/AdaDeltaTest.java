package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class AdaDeltaTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AdaDelta();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.5, "rho", 0.9));
    INDArray s = steps.zeros();
    INDArray u = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      s = s.mul(0.9).add(g.mul(g).mul(0.1));
      INDArray d = Transforms.sqrt(u.add(1e-6)).div(Transforms.sqrt(s.add(1e-6))).mul(g);
      u = u.mul(0.9).add(d.mul(d).mul(0.1));
      INDArray step = d.mul(0.5);
      assertThat(steps.error(t, step)).isLessThan(1e-6);
    }
  }
}
