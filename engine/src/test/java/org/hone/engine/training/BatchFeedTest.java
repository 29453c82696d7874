package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hone.api.recipe.Augmentation;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Examples;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class BatchFeedTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);

  /** Row i has the features i and i + 0.5, and the label i. */
  private static Examples counted(int rows) {
    INDArray numbers = Nd4j.arange(rows).castTo(DataType.FLOAT).reshape(rows, 1);
    return Examples.of(Nd4j.hstack(numbers, numbers.add(0.5)), numbers);
  }

  private static GraphRun run() {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    return new GraphRun(
        graph,
        MLP.training().labels(),
        new RandomState(3),
        new Clock(1, 1)::now,
        Optional.empty(),
        Synonyms.of(List.of(List.of(2, 3))));
  }

  private static List<List<Double>> labels(List<Supplier<Batch>> epoch) {
    return epoch.stream()
        .map(batch -> batch.get().labels())
        .map(INDArray::toDoubleVector)
        .map(values -> java.util.Arrays.stream(values).boxed().toList())
        .toList();
  }

  private static Feed inOrder(int batch) {
    return Feed.shuffled(batch).withOrder(Workbench.inOrder());
  }

  @ParameterizedTest(name = "{0} rows in batches of {1}")
  @CsvSource({"8,4,2", "9,4,2", "10,4,3", "3,4,1", "1,4,1", "3,1,3", "1,1,1", "5,2,2"})
  void aLastBatchOfOneRowIsLeftOut(int rows, int size, int batches) {
    BatchFeed feed = new BatchFeed(inOrder(size), counted(rows), Scaling.none());
    assertThat(feed.epoch(run())).hasSize(batches);
    assertThat(feed.batchesPerEpoch()).isEqualTo(batches);
  }

  @Test
  void rowsComeInTheOrderOfTheFeed() {
    Feed feed = Feed.shuffled(2).withOrder((labels, now, random) -> new int[] {3, 0, 0, 2});
    assertThat(labels(new BatchFeed(feed, counted(5), Scaling.none()).epoch(run())))
        .containsExactly(List.of(3.0, 0.0), List.of(0.0, 2.0));
  }

  @Test
  void shuffledRowsDifferFromEpochToEpochSeed3() {
    BatchFeed feed = new BatchFeed(Feed.shuffled(4), counted(8), Scaling.none());
    GraphRun run = run();
    List<List<Double>> first = labels(feed.epoch(run));
    assertThat(labels(feed.epoch(run))).isNotEqualTo(first);
    assertThat(first.stream().flatMap(List::stream).sorted())
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
  }

  @Test
  void imagesKeepTheirShape() {
    Task images = SmallTasks.images(Workbench.ENGINE);
    Batch batch =
        new BatchFeed(inOrder(5), images.training(), Scaling.none()).epoch(run()).get(1).get();
    assertThat(batch.features().shape()).containsExactly(5, 1, 6, 6);
    assertThat(batch.features().slice(2)).isEqualTo(images.training().features().slice(7));
  }

  @Test
  void masksAndWeightsFollowTheirRows() {
    INDArray steps = Nd4j.arange(24).castTo(DataType.FLOAT).reshape(4, 2, 3);
    INDArray mask =
        Nd4j.createFromArray(new float[][] {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {0, 0, 1}});
    INDArray weights = Nd4j.createFromArray(1f, 2f, 3f, 4f).reshape(4, 1);
    Examples rows =
        new Examples(
            new Inputs(steps, Optional.of(mask)), counted(4).labels(), Optional.of(weights));
    for (Feed feed : List.of(inOrder(3), inOrder(3).withRows((batch, run) -> batch))) {
      Batch first = new BatchFeed(feed, rows, new Tenth()).epoch(run()).get(0).get();
      assertThat(first.inputs().mask()).contains(mask.get(NDArrayIndex.interval(0, 3)));
      assertThat(first.weights()).contains(weights.get(NDArrayIndex.interval(0, 3)));
      assertThat(first.features().getDouble(1, 1, 2)).isCloseTo(1.1, within(1e-6));
    }
  }

  @Test
  void anEmptyOrderIsRefused() {
    Feed feed = Feed.shuffled(2).withOrder((labels, now, random) -> new int[0]);
    BatchFeed batches = new BatchFeed(feed, counted(4), Scaling.none());
    assertThatIllegalStateException()
        .isThrownBy(() -> batches.epoch(run()))
        .withMessageContaining("no row");
  }

  /** Features are divided by ten, labels by a hundred. */
  private static final class Tenth implements Scaling {
    @Override
    public INDArray features(INDArray raw) {
      return raw.div(10);
    }

    @Override
    public INDArray labels(INDArray raw) {
      return raw.div(100);
    }

    @Override
    public INDArray predictions(INDArray scaled) {
      return scaled.mul(100);
    }
  }

  @Test
  void rowsAreAugmentedInTheUnitsOfTheDataAndBatchesInTheScaleOfTraining() {
    List<Double> raw = new ArrayList<>();
    List<Double> scaled = new ArrayList<>();
    Augmentation addTen =
        (batch, run) -> {
          raw.add(batch.features().getDouble(1, 0));
          return Batch.of(batch.features().add(10), batch.labels());
        };
    Augmentation look =
        (batch, run) -> {
          scaled.add(batch.features().getDouble(1, 0));
          return batch;
        };
    Feed feed = inOrder(2).withRows(addTen).withBatches(look);
    Batch batch = new BatchFeed(feed, counted(2), new Tenth()).epoch(run()).get(0).get();
    assertThat(raw).containsExactly(1.0);
    assertThat(scaled.get(0)).isEqualTo(1.1f);
    assertThat(batch.labels().getDouble(1)).isEqualTo(0.01f);
  }

  @Test
  void calibrationSeesScaledRowsWithoutAugmentation() {
    Augmentation none = (batch, run) -> batch;
    INDArray expected = counted(3).features().div(10);
    assertThat(new BatchFeed(inOrder(2), counted(3), new Tenth()).scaledInputs().features())
        .isEqualTo(expected);
    assertThat(
            new BatchFeed(inOrder(2).withRows(none), counted(3), new Tenth())
                .scaledInputs()
                .features())
        .isEqualTo(expected);
  }

  @Test
  void largeDataAreScaledAsTheyAreDrawn() {
    Feed feed = inOrder(2);
    List<Supplier<Batch>> kept = new BatchFeed(feed, counted(5), new Tenth()).epoch(run());
    BatchFeed large = new BatchFeed(feed, counted(5), new Tenth(), 1);
    List<Supplier<Batch>> drawn = large.epoch(run());

    assertThat(drawn).hasSameSizeAs(kept);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(drawn.get(i).get()).isEqualTo(kept.get(i).get());
    }
    assertThat(large.scaledInputs().features()).isEqualTo(counted(5).features().div(10));
  }

  @Test
  void anAugmentationMayChangeHowManyRowsThereAre() {
    Augmentation twice =
        (batch, run) ->
            Batch.of(
                Nd4j.vstack(batch.features(), batch.features()),
                Nd4j.vstack(batch.labels(), batch.labels()));
    Recipe plain = Workbench.recipe(MLP, new Sgd(0.1));
    Recipe doubled = plain.withFeed(feed -> feed.withBatches(twice));
    assertThat(
            Workbench.distance(
                Workbench.lastWeights(doubled, MLP, 2), Workbench.lastWeights(plain, MLP, 2)))
        .isLessThan(1e-6);
  }

  @Test
  void aBatchIsPreparedOnlyWhenItsStepComes() {
    List<Long> steps = new ArrayList<>();
    Augmentation look =
        (batch, run) -> {
          steps.add(run.progress().step());
          return batch;
        };
    Recipe recipe = Workbench.recipe(MLP, new Sgd(0.1)).withFeed(feed -> feed.withBatches(look));
    Workbench.train(recipe, MLP, 2);
    assertThat(steps).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void trainingRowsStayAsTheyAre() {
    INDArray before = MLP.training().features().dup();
    Augmentation vandal =
        (batch, run) -> {
          batch.features().assign(0);
          return batch;
        };
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.1))
            .withFeed(feed -> feed.withRows(vandal).withBatches(vandal));
    Workbench.train(recipe, MLP, 1);
    assertThat(MLP.training().features()).isEqualTo(before);
  }
}
