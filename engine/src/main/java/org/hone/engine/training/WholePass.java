package org.hone.engine.training;

import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward through a graph, and all the way back to the features. */
record WholePass(GraphPass pass, TraceableGraph graph) implements RoundTrip {

  @Override
  public double run(Batch batch) {
    // within them the features' gradient would be gone by the end
    pass.outsideWorkspaces(() -> graph.whole(() -> pass.run(batch)));
    return pass.loss();
  }

  @Override
  public Optional<INDArray> inputGradient() {
    return Optional.ofNullable(graph.inputGradient());
  }
}
