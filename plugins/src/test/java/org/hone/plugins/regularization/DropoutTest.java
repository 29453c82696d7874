package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class DropoutTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Dropout();
  }

  private Network dropped(Task task, double rate) {
    Recipe plain = Trial.recipe(task, new Sgd(0.1));
    return Trial.with(technique(), plain, task, Map.of("rate", rate)).network();
  }

  private static List<String> droppedSites(Network network) {
    return network.sites().stream()
        .filter(site -> site.layer().getIDropout() != null)
        .map(Site::name)
        .toList();
  }

  @Test
  void theRawInputIsLeftWhole() {
    assertThat(droppedSites(dropped(Trial.CLASSES, 0.4))).containsExactly("dense-2", "output");
    assertThat(droppedSites(dropped(Trial.IMAGES, 0.4))).containsExactly("dense-1", "output");
  }

  @Test
  void inferenceIsUnaffected() {
    INDArray features = Trial.CLASSES.validation().features();
    INDArray plain = Trial.graph(Trial.CLASSES.network()).outputSingle(features);
    assertThat(Trial.graph(dropped(Trial.CLASSES, 0.6)).outputSingle(features)).isEqualTo(plain);
  }

  /** A linear network, so that the mean of outputs is the output of means. */
  @Test
  void theMeanStaysAndTheShareThatIsSilencedIsTheRateSeed5() {
    Task linear =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.REGRESSION,
            new Architecture.Mlp(List.of(6, 6), Activation.IDENTITY));
    ComputationGraph graph = Trial.graph(dropped(linear, 0.25));
    INDArray row = Nd4j.createFromArray(new float[][] {{1, -0.5f, 2, 0.3f}});
    INDArray rows = Nd4j.tile(row, 20_000, 1);
    Nd4j.getRandom().setSeed(5);
    INDArray outputs = graph.feedForward(rows, true).get("output");
    INDArray mean = outputs.mean(0);
    INDArray expected = graph.outputSingle(row).reshape(3);
    // three standard errors of a sum of twelve halved terms
    assertThat(Trial.distance(mean, expected)).isLessThan(0.05);
    assertThat(outputs.std(0).minNumber().doubleValue()).isGreaterThan(0.1);

    INDArray ones = Nd4j.ones(100_000, 1);
    IDropout dropout = dropped(linear, 0.25).sites().get(1).layer().getIDropout();
    INDArray seen =
        dropout.applyDropout(ones, ones.ulike(), 0, 0, LayerWorkspaceMgr.noWorkspaces());
    assertThat(seen.eq(0).castTo(ones.dataType()).meanNumber().doubleValue())
        .isEqualTo(0.25, within(0.01));
    assertThat(seen.maxNumber().doubleValue()).isEqualTo(1 / 0.75, within(1e-5));
  }

  @Test
  void noDropoutAtARateOfZero() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    Recipe none = Trial.with(technique(), plain, Trial.CLASSES, Map.of("rate", 0.0));
    List<INDArray> expected = Trial.weights(plain, Trial.CLASSES, 1);
    assertThat(Trial.distance(Trial.weights(none, Trial.CLASSES, 1).get(3), expected.get(3)))
        .isLessThan(1e-6);
  }
}
