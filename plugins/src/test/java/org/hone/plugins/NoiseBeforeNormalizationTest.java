package org.hone.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Batch norm after dropout sees another variance in training than at inference (Li et al., CVPR
 * 2019): whatever techniques are combined, weights lie between the two.
 */
class NoiseBeforeNormalizationTest {
  private static final Techniques KNOWN =
      Techniques.discover(NoiseBeforeNormalizationTest.class.getClassLoader());
  private static final Map<String, Object> BEFORE = Map.of("place", "before");
  private static final Map<String, Object> AFTER = Map.of("place", "after");

  /** One technique with strengths, or none. */
  private record Step(String name, Function<Recipe, Recipe> change) {
    static final Step NONE = new Step("none", recipe -> recipe);

    static Step of(Technique technique, Task task, Map<String, Object> strengths) {
      return new Step(
          technique.id() + strengths, recipe -> Trial.with(technique, recipe, task, strengths));
    }
  }

  static Stream<Arguments> networks() {
    InputShape sequence = InputShape.sequence(2, 5);
    InputShape text = InputShape.text(9, 5);
    Activation relu = Activation.RELU;
    return Stream.of(
        Arguments.of("MLP", Trial.CLASSES),
        Arguments.of("CNN", Trial.IMAGES),
        Arguments.of("residual CNN", images(new Architecture.ResidualCnn(List.of(3, 4), relu))),
        Arguments.of("LSTM", any(sequence, new Architecture.Lstm(List.of(4, 4), true, 3, relu))),
        Arguments.of("text LSTM", any(text, new Architecture.Lstm(List.of(4), false, 3, relu))),
        Arguments.of("text CNN", SmallTasks.texts(Trial.ENGINE)),
        Arguments.of("own with batch norm", own(plain())),
        Arguments.of("own with pre-activation", own(preActivation())));
  }

  private static Task images(Architecture architecture) {
    return any(InputShape.image(6, 6, 1), architecture);
  }

  private static Task any(InputShape input, Architecture architecture) {
    return SmallTasks.any(Trial.ENGINE, Goal.CLASSIFICATION, input, architecture);
  }

  private static Task own(ComputationGraphConfiguration configuration) {
    return Trial.IMAGES.withNetwork(
        GraphNetwork.own(
            configuration, Trial.IMAGES.input(), Goal.CLASSIFICATION, SmallTasks.OUTPUTS));
  }

  private static ComputationGraphConfiguration.GraphBuilder builder() {
    return new NeuralNetConfiguration.Builder()
        .activation(Activation.IDENTITY)
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.convolutional(6, 6, 1))
        .addLayer("first", convolution(), "in");
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(4).convolutionMode(ConvolutionMode.Same).build();
  }

  private static ActivationLayer activation() {
    return new ActivationLayer.Builder().activation(Activation.RELU).build();
  }

  private static ComputationGraphConfiguration closed(
      ComputationGraphConfiguration.GraphBuilder builder, String last) {
    return builder
        .addLayer(
            "out",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(SmallTasks.OUTPUTS)
                .build(),
            last)
        .setOutputs("out")
        .build();
  }

  /** Normalization between a convolution and its activation, and behind pooling. */
  private static ComputationGraphConfiguration plain() {
    return closed(
        builder()
            .addLayer("norm", new BatchNormalization(), "first")
            .addLayer("relu", activation(), "norm")
            .addLayer("second", convolution(), "relu")
            .addLayer("pool", new SubsamplingLayer.Builder().build(), "second")
            .addLayer("norm-2", new BatchNormalization(), "pool"),
        "norm-2");
  }

  /** He et al., ECCV 2016, figure 1b: a sum goes into a normalization. */
  private static ComputationGraphConfiguration preActivation() {
    return closed(
        builder()
            .addLayer("norm", new BatchNormalization(), "first")
            .addLayer("relu", activation(), "norm")
            .addLayer("second", convolution(), "relu")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second")
            .addLayer("norm-2", new BatchNormalization(), "sum"),
        "norm-2");
  }

  private static List<Step> steps(Slot slot, Task task, List<Map<String, Object>> strengths) {
    List<Step> steps = new ArrayList<>(List.of(Step.NONE));
    KNOWN.all().stream()
        .filter(technique -> technique.slot() == slot && technique.appliesTo(task))
        .filter(technique -> slot != Slot.SHORTCUT || !technique.id().equals("skip-connections"))
        .forEach(technique -> strengths.forEach(some -> steps.add(Step.of(technique, task, some))));
    return steps;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void whatIsDisturbedMeetsWeightsBeforeANormalization(String name, Task task) {
    Recipe plain = Trial.recipe(task, new Sgd(1));
    List<Map<String, Object>> usual = List.of(Map.of());
    for (Step normalization : steps(Slot.NORMALIZATION, task, List.of(BEFORE, AFTER))) {
      Recipe normalized = normalization.change().apply(plain);
      for (Step dropout : steps(Slot.DROPOUT, task, usual)) {
        Recipe dropped = dropout.change().apply(normalized);
        for (Step noise : steps(Slot.ACTIVATION_NOISE, task, usual)) {
          Recipe noisy = noise.change().apply(dropped);
          for (Step shortcut : steps(Slot.SHORTCUT, task, usual)) {
            assertThat(disturbed(shortcut.change().apply(noisy).network()))
                .as("%s, %s, %s, %s", normalization.name, dropout.name, noise.name, shortcut.name)
                .isEmpty();
          }
        }
      }
    }
  }

  /** The normalizations that see noise without weights between. */
  private static List<String> disturbed(Network network) {
    Map<String, Site> sites =
        network.sites().stream().collect(Collectors.toMap(Site::name, Function.identity()));
    Map<String, List<String>> inputs =
        ((GraphNetwork) network).configuration(5, layer -> new Sgd(1)).getVertexInputs();
    return sites.values().stream()
        .filter(site -> site.kind() == Site.Kind.NORMALIZATION)
        .map(Site::name)
        .filter(norm -> inputs.get(norm).stream().anyMatch(in -> isNoisy(in, sites, inputs)))
        .toList();
  }

  private static boolean isNoisy(
      String name, Map<String, Site> sites, Map<String, List<String>> inputs) {
    Site site = sites.get(name);
    if (site != null && (site.layer() instanceof DropoutLayer || isDropping(site))) {
      return true;
    }
    boolean ends = !inputs.containsKey(name) || (site != null && site.kind().hasWeights());
    return !ends && inputs.get(name).stream().anyMatch(in -> isNoisy(in, sites, inputs));
  }

  private static boolean isDropping(Site site) {
    return !site.kind().hasWeights() && site.layer().getIDropout() != null;
  }
}
