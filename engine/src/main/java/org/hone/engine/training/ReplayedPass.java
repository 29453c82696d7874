package org.hone.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.engine.replay.Recording;
import org.hone.engine.replay.Replay;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Forward and backward for batches of one shape: recorded in an early pass, compared with
 * Deeplearning4j's own in the next ones, gradient and loss and random generator to the bit, and
 * from then on replayed. If anything differs, Deeplearning4j's own way is gone for ever.
 */
final class ReplayedPass implements RoundTrip, AutoCloseable {
  /** Recordings keep all that a pass computes. */
  private static final long MOST_BYTES = 1L << 30;

  private final GraphPass graph;
  private final RoundTrip own;
  private final Probation probation = new Probation();
  private @Nullable Recorded recorded;
  private Optional<INDArray> inputGradient = Optional.empty();

  /** A recording and the memory by which batches enter it and results leave it. */
  private record Recorded(
      Recording recording,
      Replay replay,
      Batch entrance,
      INDArray loss,
      Optional<INDArray> inputGradient) {

    double run(Batch batch) {
      Contents.copy(batch.features(), entrance.features());
      Contents.copy(batch.labels(), entrance.labels());
      batch
          .weights()
          .ifPresent(weights -> Contents.copy(weights, entrance.weights().orElseThrow()));
      replay.run();
      return loss.getDouble(0);
    }
  }

  /**
   * @param own the way that is recorded
   */
  ReplayedPass(GraphPass graph, RoundTrip own) {
    this.graph = graph;
    this.own = own;
  }

  @Override
  public double run(Batch batch) {
    Probation.Turn turn = probation.next();
    if (turn == Probation.Turn.REPLAYED && recorded != null) {
      inputGradient = recorded.inputGradient();
      return recorded.run(batch);
    }
    double loss =
        switch (turn) {
          case RECORDED -> record(batch);
          case COMPARED -> recorded == null ? own.run(batch) : compare(batch, recorded);
          default -> own.run(batch);
        };
    inputGradient = own.inputGradient();
    return loss;
  }

  @Override
  public Optional<INDArray> inputGradient() {
    return inputGradient;
  }

  private double record(Batch batch) {
    Batch entrance =
        new Batch(
            Inputs.of(batch.features().dup(batch.features().ordering())),
            batch.labels().dup(batch.labels().ordering()),
            batch.weights().map(INDArray::dup));
    List<INDArray> outside = new ArrayList<>();
    outside.add(entrance.features());
    outside.add(entrance.labels());
    entrance.weights().ifPresent(outside::add);
    outside.add(graph.gradients());
    outside.add(graph.graph().params());
    Recording[] made = new Recording[1];
    graph.outsideWorkspaces(() -> made[0] = Recording.of(outside, () -> own.run(entrance)));
    Recording recording = made[0];
    if (recording.obstacle().isPresent() || recording.bytes() > MOST_BYTES) {
      giveUp();
    } else {
      recording.want(graph.lossSum());
      own.inputGradient().ifPresent(recording::want);
      recorded =
          new Recorded(
              recording, recording.shortened(), entrance, graph.lossSum(), own.inputGradient());
    }
    return graph.loss();
  }

  private double compare(Batch batch, Recorded candidate) {
    Random random = Nd4j.getRandom();
    long root = random.rootState();
    long node = random.nodeState();
    double loss = candidate.run(batch);
    INDArray gradients = graph.gradients().dup();
    long newRoot = random.rootState();
    long newNode = random.nodeState();
    random.setStates(root, node);
    Optional<INDArray> reached = candidate.inputGradient().map(gradient -> gradient.dup('c'));
    double ownLoss = own.run(batch);
    boolean same =
        Double.compare(loss, ownLoss) == 0
            && Contents.same(gradients, graph.gradients())
            && same(reached, own.inputGradient())
            && random.rootState() == newRoot
            && random.nodeState() == newNode;
    if (!same) {
      giveUp();
    }
    return ownLoss;
  }

  private static boolean same(Optional<INDArray> replayed, Optional<INDArray> own) {
    return replayed.isPresent() == own.isPresent()
        && replayed.stream().allMatch(array -> Contents.same(array, own.orElseThrow().dup('c')));
  }

  /** Layers may still hold what the recording allocated, so that nothing is freed at once. */
  private void giveUp() {
    probation.fail();
    recorded = null;
  }

  /** Whether passes are replayed by now. */
  boolean isReplaying() {
    return probation.passed();
  }

  @Override
  public void close() {
    Optional.ofNullable(recorded).map(Recorded::recording).ifPresent(Recording::close);
    recorded = null;
  }
}
