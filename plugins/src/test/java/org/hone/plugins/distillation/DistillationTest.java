package org.hone.plugins.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.hone.plugins.augmentation.Mixup;
import org.hone.plugins.loss.ClassWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class DistillationTest implements TechniqueContract {
  private static final double[][] STUDENT = {{-2, 1, 0.5}, {0.1, 0.2, -0.1}, {0.3, -1, 3}};
  private static final double[][] TEACHER = {{1, -1, 2}, {0.5, 0.2, -3}, {0.3, 0.1, -0.4}};
  private static final double[][] LABELS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  @Override
  public Technique technique() {
    return new Distillation();
  }

  private static double[] softmax(double[] logits, double temperature) {
    double[] powers = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      powers[i] = Math.exp(logits[i] / temperature);
      sum += powers[i];
    }
    for (int i = 0; i < logits.length; i++) {
      powers[i] /= sum;
    }
    return powers;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Labels beside what the teacher's probabilities, or numbers, are without a temperature. */
  private static INDArray taught(IActivation activation) {
    INDArray answers = activation.getActivation(Nd4j.createFromArray(TEACHER), false);
    return Nd4j.hstack(Nd4j.createFromArray(LABELS), answers);
  }

  private static INDArray scores(ILossFunction loss, IActivation activation) {
    return loss.computeScoreArray(
        taught(activation), Nd4j.createFromArray(STUDENT), activation, null);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 4, 20})
  void theLossOfClassesFollowsThePaper(double temperature) {
    double alpha = 0.7;
    INDArray scores =
        scores(new DistillationLoss(new LossMCXENT(), temperature, alpha), new ActivationSoftmax());
    for (int row = 0; row < 3; row++) {
      double[] p = softmax(TEACHER[row], temperature);
      double[] q = softmax(STUDENT[row], temperature);
      double divergence = 0;
      for (int i = 0; i < 3; i++) {
        divergence += p[i] * Math.log(p[i] / q[i]);
      }
      double own = -Math.log(softmax(STUDENT[row], 1)[row]);
      assertThat(scores.getDouble(row))
          .isCloseTo(
              alpha * temperature * temperature * divergence + (1 - alpha) * own, within(1e-8));
    }
  }

  @Test
  void theLossOfLabelsIsThatOfTwoClassesEach() {
    double temperature = 3;
    INDArray scores =
        scores(
            new DistillationLoss(new LossBinaryXENT(), temperature, 0.4), new ActivationSigmoid());
    for (int row = 0; row < 3; row++) {
      double expected = 0;
      for (int i = 0; i < 3; i++) {
        double p = sigmoid(TEACHER[row][i] / temperature);
        double q = sigmoid(STUDENT[row][i] / temperature);
        double divergence = p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
        double now = sigmoid(STUDENT[row][i]);
        double own = -Math.log(LABELS[row][i] == 1 ? now : 1 - now);
        expected += 0.4 * temperature * temperature * divergence + 0.6 * own;
      }
      assertThat(scores.getDouble(row)).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void ofNumbersTheTeachersCountBesideTheLabels() {
    INDArray scores =
        scores(new DistillationLoss(new LossMSE(), 1, 0.25), new ActivationIdentity());
    for (int row = 0; row < 3; row++) {
      double expected = 0;
      for (int i = 0; i < 3; i++) {
        double now = STUDENT[row][i];
        expected +=
            (0.25 * Math.pow(now - TEACHER[row][i], 2) + 0.75 * Math.pow(now - LABELS[row][i], 2))
                / 3;
      }
      assertThat(scores.getDouble(row)).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void theGradientsAreRight() {
    for (double temperature : new double[] {1, 2, 5}) {
      for (double alpha : new double[] {0.1, 0.9, 1}) {
        assertThat(error(new LossMCXENT(), temperature, alpha, new ActivationSoftmax()))
            .isLessThan(1e-7);
        assertThat(error(new LossBinaryXENT(), temperature, alpha, new ActivationSigmoid()))
            .isLessThan(1e-4);
        assertThat(error(new LossMSE(), temperature, alpha, new ActivationIdentity()))
            .isLessThan(1e-7);
      }
    }
  }

  /** The largest difference from numeric differences, in double precision. */
  private static double error(
      ILossFunction own, double temperature, double alpha, IActivation activation) {
    ILossFunction loss = new DistillationLoss(own, temperature, alpha);
    INDArray labels = taught(activation);
    INDArray gradient =
        loss.computeGradient(labels, Nd4j.createFromArray(STUDENT), activation, null);
    double worst = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double[] sums = new double[2];
        for (int side = 0; side < 2; side++) {
          INDArray moved = Nd4j.createFromArray(STUDENT);
          moved.putScalar(row, column, STUDENT[row][column] + (side == 0 ? 1e-6 : -1e-6));
          sums[side] = loss.computeScore(labels, moved, activation, null, false);
        }
        double numeric = (sums[0] - sums[1]) / 2e-6;
        worst = Math.max(worst, Math.abs(numeric - gradient.getDouble(row, column)));
      }
    }
    return worst;
  }

  @Test
  void withoutAnswersItIsTheOtherLoss() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray outputs = Nd4j.createFromArray(STUDENT);
    ILossFunction loss = new DistillationLoss(new LossMCXENT(), 4, 0.9);
    assertThat(loss.computeGradient(labels, outputs.dup(), new ActivationSoftmax(), null))
        .isEqualTo(
            new LossMCXENT().computeGradient(labels, outputs.dup(), new ActivationSoftmax(), null));
    assertThat(loss.computeScoreArray(labels, outputs.dup(), new ActivationSoftmax(), null))
        .isEqualTo(
            new LossMCXENT()
                .computeScoreArray(labels, outputs.dup(), new ActivationSoftmax(), null));
  }

  private Recipe distilled(Recipe recipe, Task task) {
    return Trial.with(technique(), recipe, task, Map.of());
  }

  /** Says that all classes are alike, and counts how often it is asked about how many rows. */
  private static Inference asked(List<Long> rows) {
    return inputs -> {
      rows.add((long) inputs.rows());
      return Nd4j.valueArrayOf(new long[] {inputs.rows(), 3}, 1.0 / 3);
    };
  }

  private static TrainingResult train(Recipe recipe, Task task, int epochs, Inference teacher) {
    return Trial.ENGINE.train(recipe, task, RecordedTerms.of(5, epochs).withTeacher(teacher));
  }

  @Test
  void theTeacherIsAskedOnceAboutRowsAsTheyAre() {
    List<Long> rows = new ArrayList<>();
    train(
        distilled(Trial.recipe(Trial.CLASSES, new Sgd(0.1)), Trial.CLASSES),
        Trial.CLASSES,
        3,
        asked(rows));
    assertThat(rows).containsExactly(24L);
  }

  @Test
  void aboutMixedRowsItIsAskedInEachStep() {
    Recipe mixed =
        Trial.with(new Mixup(), Trial.recipe(Trial.CLASSES, new Sgd(0.1)), Trial.CLASSES, Map.of());
    List<Long> rows = new ArrayList<>();
    List<INDArray> seen = new ArrayList<>();
    Inference teacher = asked(rows);
    train(
        distilled(mixed, Trial.CLASSES),
        Trial.CLASSES,
        2,
        inputs -> {
          seen.add(inputs.features().dup());
          return teacher.predict(inputs);
        });
    assertThat(rows).containsExactly(8L, 8L, 8L, 8L, 8L, 8L);
    assertThat(seen.get(0)).isNotEqualTo(Trial.CLASSES.training().inputs().rows(0, 8).features());
  }

  @Test
  void whatLooksAtLabelsSeesNoneOfTheTeachers() {
    Recipe weighted =
        Trial.with(
            new ClassWeights(), Trial.recipe(Trial.CLASSES, new Sgd(0.1)), Trial.CLASSES, Map.of());
    assertThat(
            train(distilled(weighted, Trial.CLASSES), Trial.CLASSES, 2, asked(new ArrayList<>()))
                .status())
        .isEqualTo(TrainingResult.Status.COMPLETED);
  }

  @Test
  void aStudentOfItselfAloneStandsStill() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    TrainingResult first = Trial.train(plain, Trial.CLASSES, 1);
    Inference teacher = first.model().orElseThrow();
    List<Batch> batches = new ArrayList<>();
    Recipe alone =
        Trial.with(
                technique(),
                plain.withUpdate(update -> update.withUpdater(new Sgd(1e-30))),
                Trial.CLASSES,
                Map.of("alpha", 1, "temperature", 1))
            .withFeed(
                feed ->
                    feed.withBatches(
                        (batch, run) -> {
                          batches.add(batch);
                          return batch;
                        }));
    train(alone, Trial.CLASSES, 1, teacher);
    assertThat(batches.get(0).labels().shape()).containsExactly(8, 6);
    assertThat(
            Trial.distance(
                batches
                    .get(0)
                    .labels()
                    .get(
                        org.nd4j.linalg.indexing.NDArrayIndex.all(),
                        org.nd4j.linalg.indexing.NDArrayIndex.interval(3, 6)),
                teacher.predict(Trial.CLASSES.training().inputs().rows(0, 8))))
        .isLessThan(1e-6);
  }

  @Test
  void evaluationKeepsTheNetworksOwnLoss() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1e-12));
    Recipe taught = distilled(plain, Trial.CLASSES);
    double own = Trial.train(plain, Trial.CLASSES, 1).figures().get("hone.trial.loss.validation");
    double now =
        train(taught, Trial.CLASSES, 1, asked(new ArrayList<>()))
            .figures()
            .get("hone.trial.loss.validation");
    assertThat(now).isCloseTo(own, within(1e-5));
  }

  @Test
  void aSmallStudentIsBetterWithAGoodTeacher() {
    assertThat(Taught.logLoss(technique(), Map.of())).isLessThan(0.8 * Taught.logLossAlone());
  }
}
