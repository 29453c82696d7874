package org.hone.plugins.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class QuantizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Quantization();
  }

  /** Of kernels that ND4J's slices of views do not reach. */
  private static final Task TEXTS =
      SmallTasks.any(
          Trial.ENGINE,
          Goal.CLASSIFICATION,
          InputShape.text(20, 11),
          new Architecture.TextCnn(16, List.of(2, 3), 16, Activation.RELU));

  @Test
  void valuesOfTheGridStayAndOthersGoToTheNearest() {
    Grid grid = new Grid(0.5f, 3);
    assertThat(grid.nearest(1.0)).isEqualTo(1);
    assertThat(grid.nearest(0.7)).isEqualTo(0.5);
    assertThat(grid.nearest(-0.8)).isEqualTo(-1);
    assertThat(grid.nearest(9.0)).isEqualTo(1.5);
    assertThat(grid.nearest(Double.NaN)).isNaN();
  }

  @Test
  void aGridOfFewBitsGivesUpTheOutlier() {
    float[] values = new float[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 20 - 9.5f) / 10;
    }
    values[0] = 1.6f;
    Grid fitting = Grid.fitting(3, values);
    assertThat(fitting.step()).isLessThan(1.6f / 3);
    assertThat(fitting.error(values)).isLessThan(new Grid(1.6f / 3, 3).error(values));
    assertThat(Grid.fitting(8, 0, 0, 0).nearest(0.0)).isZero();
  }

  private static Recipe watched(Recipe recipe, List<List<INDArray>> seen) {
    return recipe.withFinish(
        trainer ->
            seen.add(trainer.run().views().stream().map(view -> view.weight().dup()).toList()));
  }

  private List<List<INDArray>> beforeAndAfter(Task task, int bits) {
    List<List<INDArray>> seen = new ArrayList<>();
    Recipe plain = watched(Trial.recipe(task, new Adam(0.05)), seen);
    Recipe recipe = Trial.with(technique(), plain, task, Map.of("bits", bits));
    Trial.train(watched(recipe, seen), task, 3);
    return seen;
  }

  @Test
  void eachUnitHasAFewEvenlySpacedValuesAndBiasesStaySeed5() {
    for (Task task : List.of(Trial.CLASSES, Trial.IMAGES, TEXTS)) {
      List<List<INDArray>> seen = beforeAndAfter(task, 4);
      for (int i = 0; i < seen.get(0).size(); i++) {
        INDArray before = seen.get(0).get(i);
        INDArray after = seen.get(1).get(i);
        if (before.size(0) == 1) {
          assertThat(after).isEqualTo(before);
        } else {
          assertUnitsOnGrids(before, after);
        }
      }
    }
  }

  private static void assertUnitsOnGrids(INDArray before, INDArray after) {
    boolean matrix = before.rank() == 2;
    for (int unit = 0; unit < before.size(matrix ? 1 : 0); unit++) {
      INDArray own = matrix ? before.getColumn(unit) : before.slice(unit);
      INDArray rounded = matrix ? after.getColumn(unit) : after.slice(unit);
      double step = Grid.fitting(4, own.dup('c').data().asFloat()).step();
      Set<Long> levels = new HashSet<>();
      for (float value : rounded.dup('c').data().asFloat()) {
        assertThat(value / step).isEqualTo(Math.rint(value / step), within(1e-4));
        levels.add(Math.round(value / step));
      }
      assertThat(levels).allMatch(level -> Math.abs(level) <= 7);
    }
  }

  @Test
  void eightBitsMoveNoWeightByMoreThanATwentiethOfTheLargestSeed5() {
    List<List<INDArray>> seen = beforeAndAfter(Trial.CLASSES, 8);
    for (int i = 0; i < seen.get(0).size(); i += 2) {
      INDArray before = seen.get(0).get(i);
      assertThat(Trial.distance(before, seen.get(1).get(i)))
          .isPositive()
          .isLessThanOrEqualTo(before.amaxNumber().doubleValue() / 20);
    }
  }

  /** Matrices of 4 x 6, 6 x 6 and 6 x 3 with 15 units, and as many biases. */
  @Test
  void sizeAndScoresAreRecordedSeed5() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Adam(0.05));
    TrainingResult whole = Trial.train(plain, Trial.CLASSES, 10);
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of());
    TrainingResult result = Trial.train(recipe, Trial.CLASSES, 10);
    Map<String, Double> figures = result.figures();
    assertThat(figures.get(Quantization.BYTES_BEFORE)).isEqualTo(4 * (78 + 15));
    assertThat(figures.get(Quantization.BYTES)).isEqualTo(78 + 4 * 15 + 4 * 15);
    assertThat(figures.get(Quantization.BEFORE)).isEqualTo(whole.score().orElseThrow());
    assertThat(figures.get(Quantization.AFTER))
        .isEqualTo(result.score().orElseThrow())
        .isEqualTo(whole.score().orElseThrow(), within(0.02));
  }

  @Test
  void prunedWeightsStayZeroSeed5() {
    List<ParameterView> views = new ArrayList<>();
    Recipe plain = Trial.recipe(Trial.CLASSES, new Adam(0.05));
    Recipe pruned = Trial.with(new Pruning(), plain, Trial.CLASSES, Map.of("sparsity", 0.5));
    Recipe recipe =
        Trial.with(technique(), pruned, Trial.CLASSES, Map.of("bits", 4))
            .withFinish(trainer -> views.add(trainer.run().views().get(0)));
    Trial.train(recipe, Trial.CLASSES, 2);
    assertThat(
            views
                .get(0)
                .weight()
                .eq(0)
                .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                .sumNumber()
                .intValue())
        .isGreaterThanOrEqualTo(12);
  }

  @Test
  void theSavedModelIsAsMuchSmallerAsBytesAre(@TempDir Path folder) throws IOException {
    Architecture wide = new Architecture.Mlp(List.of(200, 200), Activation.RELU);
    Task task = SmallTasks.table(Trial.ENGINE, Goal.CLASSIFICATION, wide);
    Recipe plain = Trial.recipe(task, new Adam(0.01));
    long whole = size(plain, task, folder);
    long bytes = size(Trial.with(technique(), plain, task, Map.of()), task, folder);
    assertThat(bytes).isLessThan(whole / 3);
    assertThat(size(Trial.with(technique(), plain, task, Map.of("bits", 4)), task, folder))
        .isLessThan(bytes);
  }

  private static long size(Recipe recipe, Task task, Path folder) throws IOException {
    Path file = folder.resolve("model.zip");
    Trial.train(recipe, task, 1).model().orElseThrow().save(file);
    return Files.size(file);
  }
}
