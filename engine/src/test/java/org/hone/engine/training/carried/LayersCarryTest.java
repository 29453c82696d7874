package org.hone.engine.training.carried;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.layer.Normalization;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Site;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.training.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** Techniques that edit layers, as later ones will: the contract carries them. */
class LayersCarryTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  private static Task edited(Task task, UnaryOperator<Network> edit) {
    return task.withNetwork(edit.apply(task.network()));
  }

  private static Network grouped(Network network) {
    return network.insert(
        site -> site.kind() == Site.Kind.CONVOLUTION || site.kind() == Site.Kind.DENSE,
        Network.Side.BEFORE_ACTIVATION,
        site -> Normalization.ofRows());
  }

  @Test
  void aLayerThatDeeplearning4jLacksHasTheRightGradient() {
    for (Task task :
        List.of(edited(MLP, LayersCarryTest::grouped), edited(CNN, LayersCarryTest::grouped))) {
      ComputationGraph graph =
          new ComputationGraph(
              ((GraphNetwork) task.network()).configuration(5, layer -> new Sgd(1)));
      graph.init();
      graph = graph.convertDataType(DataType.DOUBLE);
      DataSet rows =
          new DataSet(
              task.training().features().castTo(DataType.DOUBLE),
              task.training().labels().castTo(DataType.DOUBLE));
      graph.setInput(0, rows.getFeatures());
      graph.setLabels(rows.getLabels());
      graph.computeGradientAndScore();
      INDArray gradient =
          graph.gradient().gradient().reshape(graph.numParams()).div(rows.numExamples());
      INDArray weights = graph.params().reshape(graph.numParams());
      for (long i = 1; i < graph.numParams(); i += 7) {
        double own = weights.getDouble(i);
        weights.putScalar(i, own + 1e-6);
        double above = graph.score(rows, true);
        weights.putScalar(i, own - 1e-6);
        double below = graph.score(rows, true);
        weights.putScalar(i, own);
        assertThat(gradient.getDouble(i)).isEqualTo((above - below) / 2e-6, within(1e-7));
      }
    }
  }

  @Test
  void aLayerThatDeeplearning4jLacksTrainsAndIsSaved(@TempDir Path folder) throws Exception {
    Task task = edited(CNN, LayersCarryTest::grouped);
    List<String> keys = new ArrayList<>();
    Recipe recipe =
        Workbench.recipe(task, new Adam(0.01))
            .withWeights(
                Workbench.afterUpdate(
                    run -> run.views().forEach(view -> keys.add(view.layer() + "." + view.key()))));
    TrainingResult result = Workbench.train(recipe, task, 2);
    assertThat(keys).contains("conv-1-normalization.gamma", "dense-1-normalization.beta");
    Path file = folder.resolve("model.zip");
    result.model().orElseThrow().save(file);
    INDArray features = task.validation().features();
    assertThat(ComputationGraph.load(file.toFile(), false).outputSingle(features))
        .isEqualTo(result.model().orElseThrow().predict(features));
  }

  @Test
  void transferStartsFromGivenWeightsAndFreezes() {
    Map<String, INDArray> learnt = new HashMap<>();
    Workbench.train(
        Workbench.recipe(MLP, new Adam(0.05))
            .withWeights(
                Workbench.afterUpdate(
                    run ->
                        run.views().forEach(view -> learnt.put(name(view), view.weight().dup())))),
        MLP,
        3);
    Task task =
        MLP.withNetwork(
            MLP.network()
                .withPretrained(
                    (layer, key) -> Optional.ofNullable(learnt.get(layer + "." + key))));
    List<Map<String, INDArray>> seen = new ArrayList<>();
    List<String> trained = new ArrayList<>();
    Recipe recipe =
        new Transfer()
            .apply(Workbench.recipe(task, new Sgd(0.1)), new Transfer().parameters(task).defaults())
            .withFinish(trainer -> seen.add(trainer.activations(trainer.calibrationInputs())))
            .withWeights(
                run -> {
                  run.views().forEach(view -> trained.add(name(view)));
                  start(run, seen);
                  return new org.hone.api.recipe.WeightRule() {};
                });
    assertThat(Workbench.train(recipe, task, 3).status()).isEqualTo(Status.COMPLETED);
    assertThat(trained).containsExactly("dense-2.W", "dense-2.b", "output.W", "output.b");
    Map<String, INDArray> start = seen.get(0);
    assertThat(start.get("dense-2.W")).isEqualTo(learnt.get("dense-2.W"));
    assertThat(start.get("output.W")).isNotEqualTo(learnt.get("output.W"));
    INDArray first =
        org.nd4j.linalg.ops.transforms.Transforms.tanh(
            task.training()
                .features()
                .mmul(learnt.get("dense-1.W"))
                .addRowVector(learnt.get("dense-1.b")));
    assertThat(Workbench.distance(seen.get(1).get("dense-1"), first))
        .as("the frozen layer is the pretrained one")
        .isLessThan(1e-6);
  }

  private static String name(ParameterView view) {
    return view.layer() + "." + view.key();
  }

  private static void start(Run run, List<Map<String, INDArray>> seen) {
    Map<String, INDArray> weights = new HashMap<>();
    run.views().forEach(view -> weights.put(name(view), view.weight().dup()));
    seen.add(weights);
  }

  @Test
  void weightConstraintsHoldAfterEachStep() {
    Task task =
        edited(
            MLP,
            network ->
                network.mapLayers(
                    Site::isHidden,
                    layer -> {
                      layer.setConstraints(List.of(new MaxNormConstraint(0.3, Set.of("W"), 0)));
                      return layer;
                    }));
    List<Double> norms = new ArrayList<>();
    Recipe recipe =
        Workbench.recipe(task, new Sgd(1))
            .withWeights(
                Workbench.afterUpdate(
                    run ->
                        norms.add(run.views().get(0).weight().norm2(0).maxNumber().doubleValue())));
    Workbench.train(recipe, task, 2);
    assertThat(norms).hasSize(6).allSatisfy(norm -> assertThat(norm).isLessThan(0.3001));
  }

  @Test
  void weightNoiseActsInTrainingOnly() {
    Task task =
        edited(
            MLP,
            network ->
                network.mapLayers(
                    Site::isHidden,
                    layer -> {
                      ((BaseLayer) layer).setWeightNoise(new DropConnect(0.5));
                      return layer;
                    }));
    Recipe noisy = Workbench.recipe(task, new Sgd(0.1));
    Recipe plain = Workbench.recipe(MLP, new Sgd(0.1));
    assertThat(Workbench.lastWeights(noisy, task, 1))
        .isNotEqualTo(Workbench.lastWeights(plain, MLP, 1));
    Recipe still = Workbench.recipe(task, new Sgd(0));
    assertThat(Workbench.train(still, task, 1).score())
        .isEqualTo(Workbench.train(Workbench.recipe(MLP, new Sgd(0)), MLP, 1).score());
  }

  /** A dropout of an author's own. */
  public static final class OwnDropout extends Dropout {
    public OwnDropout() {
      super(0.5);
    }

    @Override
    public OwnDropout clone() {
      return this;
    }
  }

  @Test
  void aSavedModelNeedsNoOptimizerOrDropoutOfAnAuthorsOwn(@TempDir Path folder) throws Exception {
    Task task =
        edited(
            MLP,
            network ->
                network.mapLayers(
                    Site::isHidden,
                    layer -> {
                      layer.setIDropout(new OwnDropout());
                      return layer;
                    }));
    Recipe recipe = Workbench.recipe(task, new SignDescent(0.01));
    Path file = folder.resolve("model.zip");
    Workbench.train(recipe, task, 1).model().orElseThrow().save(file);
    String json = ComputationGraph.load(file.toFile(), false).getConfiguration().toJson();
    assertThat(json).doesNotContain("org.hone").contains("learning.config.Sgd");
  }

  @Test
  void anOptimizerOfAnAuthorsOwnHasItsRateScheduled() {
    List<INDArray> steps =
        Workbench.weights(
            Workbench.recipe(MLP, new SignDescent(0.01))
                .withUpdate(
                    update ->
                        update.withSchedule(now -> org.hone.api.recipe.Rates.of(1 + now.step()))),
            MLP,
            1);
    INDArray second = steps.get(1).sub(steps.get(0));
    assertThat(second.amaxNumber().doubleValue()).isEqualTo(0.02, within(1e-6));
    INDArray third = steps.get(2).sub(steps.get(1));
    assertThat(third.amaxNumber().doubleValue()).isEqualTo(0.03, within(1e-6));
  }
}
