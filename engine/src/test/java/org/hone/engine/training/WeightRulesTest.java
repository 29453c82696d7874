package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class WeightRulesTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);

  /** Evaluates fixed weights instead of the trained ones. */
  private record Instead(INDArray weights) implements WeightRule {
    @Override
    public Optional<INDArray> evaluationWeights() {
      return Optional.of(weights);
    }
  }

  private static Recipe plain() {
    return Workbench.recipe(MLP, new Sgd(0.5));
  }

  private static double scoreOf(INDArray weights) {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    graph.weights().assign(weights);
    return MLP.objective()
        .compute(graph.predict(MLP.validation().inputs()), MLP.validation().labels());
  }

  @Test
  void evaluationWeightsAreLookedAtAndTheTrainedOnesComeBack() {
    INDArray fixed = Workbench.lastWeights(plain(), MLP, 1).mul(0.5);
    RecordedTerms terms = RecordedTerms.of(5, 3);
    List<INDArray> seen = new ArrayList<>();
    Recipe recipe =
        plain()
            .withWeights(run -> new Instead(fixed))
            .withWeights(Workbench.afterUpdate(run -> seen.add(run.weights().dup())));
    TrainingResult result = Workbench.ENGINE.train(recipe, MLP, terms);
    assertThat(terms.reports())
        .extracting(RecordedTerms.Report::score)
        .containsOnly(scoreOf(fixed));
    assertThat(seen).isEqualTo(Workbench.weights(plain(), MLP, 3));
    assertThat(result.score()).hasValue(scoreOf(fixed));
  }

  @Test
  void theLastRuleWithAnOpinionIsHeard() {
    INDArray one = Workbench.lastWeights(plain(), MLP, 1).mul(0.5);
    INDArray two = one.mul(0.5);
    Recipe recipe =
        plain()
            .withWeights(run -> new Instead(one))
            .withWeights(run -> new Instead(two))
            .withWeights(run -> new WeightRule() {});
    assertThat(Workbench.train(recipe, MLP, 1).score()).hasValue(scoreOf(two));
  }

  /** Keeps the weights at the end of each epoch. */
  private static final class Snapshots implements WeightRule {
    private final Run run;
    private final List<INDArray> taken = new ArrayList<>();

    Snapshots(Run run) {
      this.run = run;
    }

    @Override
    public void afterUpdate() {
      if (run.progress().stepOfEpoch() == run.progress().stepsPerEpoch()) {
        taken.add(run.weights().dup());
      }
    }

    @Override
    public List<INDArray> members() {
      return taken.subList(0, 2);
    }
  }

  @Test
  void membersAreAveragedInPredictionsAndInTheSavedModel(@TempDir Path folder) throws Exception {
    TrainingResult result = Workbench.train(plain().withWeights(Snapshots::new), MLP, 3);
    TrainedModel model = result.model().orElseThrow();
    List<INDArray> steps = Workbench.weights(plain(), MLP, 3);
    INDArray features = MLP.validation().features();
    INDArray expected =
        predict(steps.get(8), features)
            .add(predict(steps.get(2), features))
            .add(predict(steps.get(5), features))
            .div(3);
    assertThat(Workbench.distance(model.predict(features), expected)).isLessThan(1e-6);
    assertThat(Workbench.distance(model.predict(features), expected))
        .as("asking changes nothing")
        .isLessThan(1e-6);
    assertThat(result.score().orElseThrow())
        .isEqualTo(MLP.objective().compute(expected, MLP.validation().labels()), within(1e-6));

    Path file = folder.resolve("model.zip");
    model.save(file);
    ModelArchive.addPreprocessing(file, "{}");
    assertThat(SavedModel.load(file).predict(features)).isEqualTo(model.predict(features));
    assertThat(ComputationGraph.load(file.toFile(), false).params().reshape(steps.get(8).shape()))
        .as("to Deeplearning4j it is the last network")
        .isEqualTo(steps.get(8));
  }

  private static INDArray predict(INDArray weights, INDArray features) {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    graph.weights().assign(weights);
    return graph.predict(Inputs.of(features));
  }

  @Test
  void aRuleMayWriteToTheWeights() {
    Recipe recipe = plain().withWeights(Workbench.afterUpdate(run -> run.weights().muli(0)));
    LiveGraph zero = Workbench.live(MLP.network(), new Sgd(1));
    zero.weights().assign(0);
    INDArray features = MLP.validation().features();
    assertThat(Workbench.train(recipe, MLP, 1).model().orElseThrow().predict(features))
        .isEqualTo(zero.predict(Inputs.of(features)));
  }

  @Test
  void statesAreKeptByNameAndBeginAtZero() {
    List<Double> counts = new ArrayList<>();
    Recipe recipe =
        plain()
            .withWeights(
                Workbench.afterUpdate(
                    run -> {
                      counts.add(run.state("test.count", 2).getDouble(1));
                      run.state("test.count", 2).addi(1);
                    }));
    Workbench.train(recipe, MLP, 1);
    assertThat(counts).containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void aStateHasOneShape() {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    GraphRun run =
        new GraphRun(
            graph,
            MLP.training().labels(),
            new org.hone.api.recipe.RandomState(1),
            new Clock(1, 1)::now,
            Optional.empty(),
            Synonyms.none());
    run.state("test.count", 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.state("test.count", 3))
        .withMessage("state 'test.count' has the shape [2], but is asked for with [3]");
  }

  @Test
  void bestWeightsIgnoreNaN() {
    BestWeights best = new BestWeights();
    best.offer(Double.NaN, Nd4j.scalar(1f));
    assertThat(best.weights()).isEmpty();
    INDArray live = Nd4j.scalar(2f);
    best.offer(0.5, live);
    best.offer(0.7, Nd4j.scalar(3f));
    best.offer(Double.NaN, Nd4j.scalar(4f));
    live.assign(9);
    assertThat(best.weights()).contains(Nd4j.scalar(2f));
  }
}
