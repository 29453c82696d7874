package org.hone.engine.training;

import java.util.List;
import org.hone.api.recipe.Inputs;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean prediction of one network under several weights. */
final class Ensemble {
  private Ensemble() {}

  /**
   * @param pass whose graph holds the first member before and after
   * @param members at least one
   */
  static INDArray predict(PredictionPass pass, List<INDArray> members, Inputs inputs) {
    // several trainings may ask the same teacher
    synchronized (pass) {
      INDArray sum = Evaluator.predict(pass::predict, inputs);
      for (INDArray member : members.subList(1, members.size())) {
        pass.graph().setParams(member);
        sum.addi(Evaluator.predict(pass::predict, inputs));
      }
      if (members.size() > 1) {
        pass.graph().setParams(members.get(0));
      }
      return sum.divi(members.size());
    }
  }
}
