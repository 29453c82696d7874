package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class NadamTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Nadam();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.01));
    INDArray m = steps.zeros();
    INDArray v = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      m = m.mul(0.9).add(g.mul(0.1));
      v = v.mul(0.999).add(g.mul(g).mul(0.001));
      INDArray ahead = m.mul(0.9 / (1 - Math.pow(0.9, t + 1)));
      INDArray mean = ahead.add(g.mul(0.1 / (1 - Math.pow(0.9, t))));
      INDArray root = Transforms.sqrt(v.div(1 - Math.pow(0.999, t)));
      INDArray step = mean.div(root.add(1e-8)).mul(0.01);
      assertThat(steps.error(t, step)).isLessThan(1e-5);
    }
  }
}
