package org.hone.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.RecipeCost;
import org.hone.reports.analysis.StudyEvidence;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.MetricSeries.Point;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * A made-up study that looks like a real one: a baseline that overfits, and techniques that help it
 * or not.
 */
public final class RichStudy {
  private static final int EPOCHS = 40;
  private static final CategoricalDistribution SCHEDULES =
      CategoricalDistribution.of("none", "cosine-annealing", "one-cycle");

  private record Made(String id, String slot, double effect, String source) {}

  private static final List<Made> TECHNIQUES =
      List.of(
          new Made(
              "mixup", "batch augmentation", 0.011, "Zhang et al., ICLR 2018, arXiv:1710.09412"),
          new Made(
              "cut-mix", "batch augmentation", 0.003, "Yun et al., ICCV 2019, arXiv:1905.04899"),
          new Made(
              "batch-normalization",
              "normalization",
              0.006,
              "Ioffe and Szegedy, ICML 2015, arXiv:1502.03167"),
          new Made(
              "skip-connections", "architecture", 0.002, "He et al., CVPR 2016, arXiv:1512.03385"),
          new Made("dropout", "regularization", 0.009, "Srivastava et al., JMLR 2014"),
          new Made(
              "decoupled-weight-decay",
              "regularization",
              0.005,
              "Loshchilov and Hutter, ICLR 2019, arXiv:1711.05101"),
          new Made("label-smoothing", "loss", 0.001, "Szegedy et al., CVPR 2016, arXiv:1512.00567"),
          new Made(
              "gradient-clipping", "gradient", 0.0, "Pascanu et al., ICML 2013, arXiv:1211.5063"),
          new Made(
              "sharpness-aware-minimization",
              "gradient",
              0.004,
              "Foret et al., ICLR 2021, arXiv:2010.01412"),
          new Made(
              "gradient-noise", "gradient", -0.016, "Neelakantan et al., 2015, arXiv:1511.06807"),
          new Made("lookahead", "weights", 0.0, "Zhang et al., NeurIPS 2019, arXiv:1907.08610"),
          new Made(
              "stochastic-weight-averaging",
              "weights",
              0.006,
              "Izmailov et al., UAI 2018, arXiv:1803.05407"),
          new Made(
              "cosine-annealing",
              "schedule",
              0.008,
              "Loshchilov and Hutter, ICLR 2017, arXiv:1608.03983"),
          new Made("one-cycle", "schedule", 0.004, "Smith and Topin, 2018, arXiv:1708.07120"));

  private final Random random = new Random(20260105);
  private final List<TrialRecord> trials = new ArrayList<>();
  private final Map<Integer, TrialDetails> details = new TreeMap<>();

  private RichStudy() {}

  public static Evidence evidence() {
    return evidence(32);
  }

  /** The study after this many trials. */
  public static Evidence evidence(int size) {
    RichStudy study = new RichStudy();
    study.baseline();
    for (int number = 1; number < size; number++) {
      study.trial(number);
    }
    StudySnapshot snapshot =
        StudySnapshot.of(
            new StudyDefinition(
                "income", List.of(Direction.MAXIMIZE), Optional.empty(), catalogue()),
            study.trials);
    return new Evidence(
        context(), new StudyEvidence(snapshot, study.details), Optional.of(study.confirmation()));
  }

  private static Context context() {
    return new Context(
        "Income above the threshold, from census records",
        Metric.named("accuracy"),
        List.of(
            "45 222 rows, 14 columns (6 numeric, 8 categorical), 2 classes",
            "Network: generated multilayer perceptron, 3 × 128",
            "Split: 60 % training, 20 % validation, 20 % test, stratified"),
        Optional.of(
            """
            feed:
              batchSize: 128
              batches: [mixup(alpha=0.31)]
            network: mlp(layers=3, width=128) + batch-normalization + dropout(rate=0.22)
            update:
              updater: adam(learningRate=0.0021)
              schedule: cosine-annealing(restarts=1)
            weights: [stochastic-weight-averaging(from=0.75)]
            """),
        Examples.MAKING);
  }

  static Catalogue catalogue() {
    List<Catalogue.Entry> entries = new ArrayList<>();
    for (Made made : TECHNIQUES) {
      Literal on =
          made.slot.equals("schedule")
              ? new Literal("schedule", Set.of(SCHEDULES.internal(made.id)))
              : new Literal(made.id, Set.of(1.0));
      entries.add(
          new Catalogue.Entry(
              made.id, made.slot, "0.1.0", made.source, on, List.of(made.id + ".strength")));
    }
    return new Catalogue(entries);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }

  private void baseline() {
    TrialBuilder trial =
        TrialBuilder.trial(0).baseline().score(0.8431).took(Duration.ofSeconds(71));
    for (Made made : TECHNIQUES) {
      if (!made.slot.equals("schedule")) {
        trial.flag(made.id, false);
      }
    }
    trials.add(
        trial
            .with("schedule", SCHEDULES, "none")
            .with("adam.learning-rate", FloatDistribution.log(1e-5, 0.1), 0.001)
            .build());
    details.put(0, details(0.8431, 0.012));
  }

  private void trial(int number) {
    TrialBuilder trial = TrialBuilder.trial(number);
    double score = 0.8431 + techniques(trial);
    double rate = rounded(1e-4 * StrictMath.exp(random.nextDouble() * 6));
    trial.with("adam.learning-rate", FloatDistribution.log(1e-5, 0.1), rate);
    score += 0.004 * random.nextGaussian() - 0.004 * Math.abs(StrictMath.log(rate / 0.002));
    trial.took(Duration.ofMillis(60_000 + random.nextInt(60_000)));
    if (rate > 0.03 && random.nextInt(2) == 0) {
      trial.failed("loss is NaN in epoch " + (1 + random.nextInt(3)));
    } else if (score < 0.838) {
      trial
          .state(TrialState.PRUNED)
          .reported(9, rounded(score - 0.02))
          .score(rounded(score - 0.02));
    } else {
      trial.score(rounded(score));
      details.put(number, details(score, 0.002));
    }
    trials.add(trial.build());
  }

  private double techniques(TrialBuilder trial) {
    double effect = 0;
    int schedule = random.nextInt(3);
    for (Made made : TECHNIQUES) {
      boolean on = random.nextInt(5) < (made.effect > 0.004 ? 3 : 2);
      if (made.slot.equals("schedule")) {
        on = SCHEDULES.internal(made.id) == schedule;
      } else {
        trial.flag(made.id, on);
      }
      if (on) {
        trial.with(made.id + ".strength", FloatDistribution.of(0, 1), rounded(random.nextDouble()));
        effect += made.effect;
      }
    }
    trial.with("schedule", SCHEDULES, SCHEDULES.choices().get(schedule));
    return effect;
  }

  private TrialDetails details(double score, double overfitting) {
    Map<String, List<Point>> series = new LinkedHashMap<>();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      double fall = StrictMath.exp(-epoch / 7.0);
      double train = 0.28 - 8 * overfitting * (1 - fall) + 0.35 * fall;
      double rise = overfitting * Math.max(0, epoch - 14) * 0.5;
      add(series, "hone.step.gradient.norm", epoch, 0.4 + 3 * fall + 0.1 * random.nextDouble());
      add(
          series,
          "hone.trial.learning.rate",
          epoch,
          0.001 * (1 + StrictMath.cos(Math.PI * epoch / EPOCHS)) / 2 + 1e-6);
      add(series, "hone.trial.loss.train", epoch, train + 0.004 * random.nextGaussian());
      add(
          series,
          "hone.trial.loss.validation",
          epoch,
          0.335 + 0.3 * fall + rise + 0.004 * random.nextGaussian());
      add(
          series,
          "hone.trial.score.validation",
          epoch,
          score - 0.12 * fall + 0.002 * random.nextGaussian());
    }
    List<MetricSeries> all = new ArrayList<>();
    series.forEach((name, points) -> all.add(new MetricSeries(name, points)));
    return new TrialDetails(Optional.of(provenance()), all);
  }

  private static void add(Map<String, List<Point>> series, String name, int epoch, double value) {
    series.computeIfAbsent(name, key -> new ArrayList<>()).add(new Point(epoch, rounded(value)));
  }

  private static Provenance provenance() {
    Map<String, String> plugins = new LinkedHashMap<>();
    TECHNIQUES.subList(0, 4).forEach(made -> plugins.put(made.id, "0.1.0"));
    return new Provenance(
        7,
        "9b74c9897bac770ffc029102a200c5de3a3d6f3f2f8b7d6f0c1e4c8b2f6a9d01",
        "recipe of the provenance",
        plugins,
        "Deeplearning4j 1.0.0-M2.1",
        "CPU, 2 cores, AVX-512",
        Map.of("data", "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"));
  }

  private StudyEvidence confirmation() {
    double[] baseline = {0.8407, 0.8425, 0.8391, 0.8418, 0.8402, 0.8431, 0.8399};
    double[] best = {0.8561, 0.8549, 0.8532, 0.8570, 0.8538, 0.8566, 0.8559};
    List<TrialRecord> runs = new ArrayList<>();
    for (int seed = 0; seed < baseline.length; seed++) {
      runs.add(
          Examples.run(2 * seed, Evidence.BASELINE, seed + 1)
              .score(baseline[seed])
              .took(Duration.ofSeconds(70))
              .attribute(RecipeCost.TRAINING_TIME, 68.0 + seed)
              .attribute(RecipeCost.MODEL_SIZE, 271_000)
              .build());
      runs.add(
          Examples.run(2 * seed + 1, Evidence.BEST, seed + 1)
              .score(best[seed])
              .took(Duration.ofSeconds(97))
              .attribute(RecipeCost.TRAINING_TIME, 95.0 - seed)
              .attribute(RecipeCost.MODEL_SIZE, 273_500)
              .build());
    }
    return Examples.study(runs.toArray(TrialRecord[]::new));
  }
}
