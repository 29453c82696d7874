package org.hone.engine.training;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean prediction of one network under several weights. */
final class Ensemble {
  private Ensemble() {}

  /**
   * @param members at least one; the graph holds the first before and after
   */
  static INDArray predict(ComputationGraph graph, List<INDArray> members, INDArray features) {
    // several trainings may ask the same teacher
    synchronized (graph) {
      INDArray sum = predictOnce(graph, features);
      for (INDArray member : members.subList(1, members.size())) {
        graph.setParams(member);
        sum.addi(predictOnce(graph, features));
      }
      if (members.size() > 1) {
        graph.setParams(members.get(0));
      }
      return sum.divi(members.size());
    }
  }

  private static INDArray predictOnce(ComputationGraph graph, INDArray features) {
    return Evaluator.predict(batch -> graph.outputSingle(false, batch), features);
  }
}
