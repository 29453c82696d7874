package org.hone.engine.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward and backward through a graph. Batches of a shape that comes again and again go the short
 * way, once that was seen to give the same to the bit as Deeplearning4j's own.
 */
final class GradientPass implements AutoCloseable {
  /** The usual batch, the smaller one at the end of an epoch, and one of an odd technique. */
  private static final int MOST_SHAPES = 3;

  private final GraphPass graph;
  private final boolean replays;
  private final Map<Key, ReplayedPass> byShape = new HashMap<>();

  /** What tells apart passes that need recordings of their own. */
  private record Key(List<Long> features, List<Long> labels, boolean weighted, String orders) {
    static Key of(Batch batch) {
      return new Key(
          shape(batch.features()),
          shape(batch.labels()),
          batch.weights().isPresent(),
          "" + batch.features().ordering() + batch.labels().ordering());
    }

    private static List<Long> shape(INDArray array) {
      return Arrays.stream(array.shape()).boxed().toList();
    }
  }

  /**
   * @param replays whether the short way may be tried
   */
  GradientPass(GraphPass graph, boolean replays) {
    this.graph = graph;
    this.replays = replays;
  }

  /** Leaves the gradient, summed over rows, in the graph and returns the batch's loss, summed. */
  double run(Batch batch) {
    return replays && batch.inputs().mask().isEmpty()
        ? shortWay(batch).map(pass -> pass.run(batch)).orElseGet(() -> graph.run(batch))
        : graph.run(batch);
  }

  private Optional<ReplayedPass> shortWay(Batch batch) {
    Key key = Key.of(batch);
    if (!byShape.containsKey(key) && byShape.size() < MOST_SHAPES) {
      byShape.put(key, new ReplayedPass(graph));
    }
    return Optional.ofNullable(byShape.get(key));
  }

  @Override
  public void close() {
    byShape.values().forEach(ReplayedPass::close);
    byShape.clear();
  }
}
