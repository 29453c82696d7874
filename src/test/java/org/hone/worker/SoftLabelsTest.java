package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.agent.Artifact;
import org.hone.agent.Teachers;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.testkit.DelegatingEngine;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.data.file.Sha256;
import org.hone.plugins.augmentation.Mixup;
import org.hone.plugins.distillation.Distillation;
import org.hone.plugins.loss.LabelSmoothing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a teacher said is kept for the next trials. */
class SoftLabelsTest {
  @TempDir Path folder;
  private final Asked engine = new Asked();
  private Rehearsal study;
  private Artifact teacher;

  /** Writes down how many rows teachers are asked about, call by call. */
  private static final class Asked extends DelegatingEngine {
    private final List<Integer> calls = new ArrayList<>();

    Asked() {
      super(new Dl4jEngine());
    }

    @Override
    public Inference openModel(Path file, InputShape input, Goal goal, int outputs) {
      Inference model = super.openModel(file, input, goal, outputs);
      return new Inference() {
        @Override
        public INDArray predict(Inputs inputs) {
          calls.add(inputs.rows());
          return model.predict(inputs);
        }
      };
    }
  }

  @BeforeEach
  void trainATeacher() throws IOException {
    study =
        new Rehearsal(
            folder, engine, List.of(new Distillation(), new LabelSmoothing(), new Mixup()));
    Path model = folder.resolve("teacher.zip");
    TuningPlan plan = study.plan("techniques={label-smoothing: on}");
    TrialOrder order =
        new TrialOrder(
            plan.assembly().baseline(), 7, 1, true, Optional.of(model), Optional.empty());
    assertThat(runner(plan).run(order, new Follower()).status()).isEqualTo(Status.COMPLETED);
    teacher = new Artifact(model, Sha256.of(model));
  }

  private InProcessRunner runner(TuningPlan plan) {
    return new InProcessRunner(engine, plan.source(), plan.assembly());
  }

  private TuningPlan plan(String techniques, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("teacher={file: teacher.zip}", techniques));
    all.addAll(List.of(more));
    TuningPlan plan = study.plan(all.toArray(String[]::new));
    engine.calls.clear();
    return plan;
  }

  private TrialOrder order(TuningPlan plan, long seed, long developmentSeed) {
    return new TrialOrder(
        plan.assembly().baseline(),
        seed,
        developmentSeed,
        false,
        Optional.empty(),
        Optional.empty(),
        TrialOrder.Subject.TRIAL,
        new Teachers(List.of(teacher)));
  }

  @Test
  void theNextTrialAsksTheTeacherNothingAndGetsTheSameToTheBit() throws IOException {
    TuningPlan plan = plan("techniques={distillation: on}");
    InProcessRunner runner = runner(plan);

    runner.run(order(plan, 42, 1), new Follower());
    assertThat(engine.calls).as("all training rows at once").containsExactly(36);
    TrialReport second = runner.run(order(plan, 43, 1), new Follower());

    assertThat(engine.calls).hasSize(1);
    assertThat(second.status()).isEqualTo(Status.COMPLETED);
    assertThat(runner(plan).run(order(plan, 43, 1), new Follower())).isEqualTo(second);
    assertThat(engine.calls).as("another worker has to ask").containsExactly(36, 36);
    runner.run(order(plan, 43, 2), new Follower());
    assertThat(engine.calls).as("these are other rows").hasSize(3);
  }

  @Test
  void eachFoldHasItsOwn() throws IOException {
    TuningPlan plan = plan("techniques={distillation: on}", "data={file: rows.csv, folds: 3}");
    InProcessRunner runner = runner(plan);

    TrialReport first = runner.run(order(plan, 42, 1), new Follower());
    assertThat(engine.calls).containsExactly(32, 32, 32);
    assertThat(runner.run(order(plan, 42, 1), new Follower())).isEqualTo(first);

    assertThat(engine.calls).hasSize(3);
  }

  @Test
  void aboutRowsThatWereMixedItIsAskedEachTime() throws IOException {
    TuningPlan plan = plan("techniques={distillation: on, mixup: on}");
    InProcessRunner runner = runner(plan);

    runner.run(order(plan, 42, 1), new Follower());
    int asked = engine.calls.size();
    runner.run(order(plan, 43, 1), new Follower());

    assertThat(asked).isGreaterThan(3);
    assertThat(engine.calls).hasSize(2 * asked);
  }

  @Test
  void whatWasNotUsedForLongestIsForgottenFirst() {
    SoftLabels labels = new SoftLabels(2 * 40);
    List<String> asked = new ArrayList<>();
    for (String teacher : List.of("a", "b", "a", "c", "a", "b")) {
      labels.of(
          new SoftLabels.Lesson(teacher, new Development(1, 0)),
          () -> {
            asked.add(teacher);
            return Nd4j.ones(5, 2);
          });
    }
    assertThat(asked).containsExactly("a", "b", "c", "b");
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    SoftLabels labels = new SoftLabels(39);
    SoftLabels.Lesson lesson = new SoftLabels.Lesson("a", new Development(1, 0));
    INDArray answers = labels.of(lesson, () -> Nd4j.ones(5, 2));

    assertThat(labels.of(lesson, () -> Nd4j.zeros(5, 2))).isNotEqualTo(answers);
    assertThat(answers.sumNumber().doubleValue()).isEqualTo(10);
  }
}
