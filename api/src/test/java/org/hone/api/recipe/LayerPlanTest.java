package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.LayerPlan.BatchNorm;
import org.hone.api.recipe.LayerPlan.Convolution;
import org.hone.api.recipe.LayerPlan.Dense;
import org.hone.api.recipe.LayerPlan.Dropout;
import org.hone.api.recipe.LayerPlan.Embedding;
import org.hone.api.recipe.LayerPlan.Form;
import org.hone.api.recipe.LayerPlan.GlobalPooling;
import org.hone.api.recipe.LayerPlan.Lstm;
import org.hone.api.recipe.LayerPlan.Pool;
import org.hone.api.recipe.LayerPlan.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;

class LayerPlanTest {
  private static final List<LayerPlan> ONE_OF_EACH =
      List.of(
          new Dense(3, Optional.empty()),
          new Convolution(4, 3, 1, Optional.of(Activation.RELU)),
          new Pooling(Pool.MAX, 2, 2),
          new GlobalPooling(Pool.MEAN),
          new BatchNorm(),
          new Dropout(0.5),
          new Lstm(5, true, Activation.TANH),
          new Embedding(6));

  /** The word of the case that was asked. */
  private static final class Words implements LayerPlan.Cases<String> {
    @Override
    public String dense(Dense dense) {
      return "dense";
    }

    @Override
    public String convolution(Convolution convolution) {
      return "conv";
    }

    @Override
    public String pooling(Pooling pooling) {
      return "pool";
    }

    @Override
    public String globalPooling(GlobalPooling pooling) {
      return "global-pool";
    }

    @Override
    public String batchNorm(BatchNorm norm) {
      return "batch-norm";
    }

    @Override
    public String dropout(Dropout dropout) {
      return "dropout";
    }

    @Override
    public String lstm(Lstm lstm) {
      return "lstm";
    }

    @Override
    public String embedding(Embedding embedding) {
      return "embedding";
    }
  }

  static List<LayerPlan> all() {
    return ONE_OF_EACH;
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsACaseOfItsOwn(LayerPlan plan) {
    assertThat(plan.match(new Words())).isEqualTo(plan.word());
  }

  @Test
  void aChainOfLayersLeadsFromFormToForm() {
    Form form = Form.WORDS;
    for (LayerPlan plan :
        List.of(
            new Embedding(6),
            new Convolution(4, 3, 1, Optional.empty()),
            new Lstm(5, false, Activation.TANH),
            new Dropout(0.1),
            new Dense(3, Optional.empty()),
            new BatchNorm())) {
      form = plan.after(form);
    }
    assertThat(form).isEqualTo(Form.FLAT);
    assertThat(new Pooling(Pool.MAX, 2, 2).after(Form.PLACES)).isEqualTo(Form.PLACES);
    assertThat(new GlobalPooling(Pool.MAX).after(Form.STEPS)).isEqualTo(Form.FLAT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatCannotStandThereSaysWhatIsNeeded(LayerPlan plan) {
    Form wrong =
        switch (plan.word()) {
          case "embedding", "pool" -> Form.FLAT;
          case "batch-norm" -> Form.STEPS;
          case "lstm" -> Form.PLACES;
          default -> Form.WORDS;
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.after(wrong))
        .withMessageStartingWith(plan.word() + " cannot stand behind ")
        .withMessageContaining("; needed before it: ");
  }

  @Test
  void sizesAreCheckedWhenALayerIsMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Dense(0, Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Embedding(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dropout(1))
        .withMessageContaining("rate=1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Convolution(4, 3, 2, Optional.empty()).after(Form.STEPS))
        .withMessageContaining("stride=2");
  }

  @Test
  void writtenLayersTakeTheRowsThatTheirFirstLayerTakes() {
    Architecture.Layers texts =
        new Architecture.Layers(
            List.of(new Embedding(6), new Lstm(5, false, Activation.TANH)), Activation.RELU);
    assertThat(texts.takes()).containsExactly(Form.WORDS);
    assertThat(texts.misplaced(Form.FLAT).orElseThrow().index()).isZero();
    assertThat(texts.withActivation(Activation.ELU).activation()).isEqualTo(Activation.ELU);
    Architecture.Layers unfinished =
        new Architecture.Layers(List.of(new Embedding(6)), Activation.RELU);
    assertThat(unfinished.misplaced(Form.WORDS).orElseThrow().problem())
        .startsWith("the output cannot stand behind numbers of each step");
  }

  @Test
  void aResidualCnnNeedsChannels() {
    Architecture.ResidualCnn plan = new Architecture.ResidualCnn(List.of(8, 16), Activation.RELU);
    assertThat(plan.takes()).containsExactly(Form.PLACES);
    assertThat(plan.withActivation(Activation.ELU))
        .isEqualTo(new Architecture.ResidualCnn(List.of(8, 16), Activation.ELU));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Architecture.ResidualCnn(List.of(), Activation.RELU))
        .withMessageContaining("cnn");
  }
}
