package org.hone.engine.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward through a graph and back, for batches of any shape. Those of a shape that comes again and
 * again go the short way, once that was seen to give the same to the bit as Deeplearning4j's own.
 */
final class RoundTrips implements AutoCloseable {
  /** The usual batch, the smaller one at the end of an epoch, and one of an odd technique. */
  private static final int MOST_SHAPES = 3;

  private final GraphPass graph;
  private final RoundTrip own;
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
   * @param own the way that Deeplearning4j goes
   * @param replays whether the short way may be tried
   */
  RoundTrips(GraphPass graph, RoundTrip own, boolean replays) {
    this.graph = graph;
    this.own = own;
    this.replays = replays;
  }

  /** The way for batches like this one. */
  RoundTrip forBatch(Batch batch) {
    if (!replays || batch.inputs().mask().isPresent()) {
      return own;
    }
    Key key = Key.of(batch);
    if (!byShape.containsKey(key) && byShape.size() < MOST_SHAPES) {
      byShape.put(key, new ReplayedPass(graph, own));
    }
    ReplayedPass known = byShape.get(key);
    return known == null ? own : known;
  }

  @Override
  public void close() {
    byShape.values().forEach(ReplayedPass::close);
    byShape.clear();
  }
}
