package org.hone.engine.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Decision;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.backend.MemoryWatch;
import org.hone.engine.metrics.TrialMeters;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One training, from first weights to result. Used once, on one thread. */
public final class TrainingSession {
  private final Recipe recipe;
  private final Task task;
  private final Terms terms;
  private final TrialMeters meters;
  private final GraphNetwork network;
  private final Parts parts;
  private final List<WeightRule> rules;
  private final LayerReadings layers;
  private final BestWeights best = new BestWeights();
  private final MemoryWatch memory;
  private final Stopwatch stopwatch = new Stopwatch(System::nanoTime);
  private final Optional<Checkpoints> checkpoints;

  /**
   * Draws the first weights.
   *
   * @param meters that this training alone writes to
   * @param memory ends the training when the process holds too much
   */
  public TrainingSession(
      Recipe recipe, Task task, Terms terms, TrialMeters meters, MemoryWatch memory) {
    this.recipe = recipe;
    this.task = task;
    this.terms = terms;
    this.meters = meters;
    this.memory = memory;
    network = GraphNetwork.of(recipe.network());
    RateControl rates = new RateControl(recipe.update());
    Precision precision = recipe.update().precision();
    GraphNetwork learning = network.frozen(frozen(recipe.update()));
    Optional<NarrowPass> narrow = NarrowPass.of(learning, precision.format(), task.input().kind());
    LiveGraph graph =
        new LiveGraph(narrow.map(NarrowPass::network).orElse(learning), rates, terms.seed());
    Nd4j.getRandom().setSeed(terms.seed());
    BatchFeed feed = new BatchFeed(recipe.feed(), task.training(), task.scaling());
    Clock clock = new Clock(terms.epochs(), feed.batchesPerEpoch());
    GraphRun run =
        new GraphRun(
            graph,
            task.training().labels(),
            new RandomState(terms.seed()),
            clock::now,
            terms.teacher().map(teacher -> new RememberingTeacher(teacher, feed, terms)),
            task.synonyms());
    Pass pass =
        narrow
            .<Pass>map(way -> new MixedPrecision(graph, precision, way, run))
            .orElseGet(() -> Pass.of(graph));
    StepLoop loop = new StepLoop(graph, pass, recipe.update().stages(), rates, meters, run);
    rules = recipe.weights().stream().map(factory -> factory.open(run)).toList();
    Evaluator validation = new Evaluator(task, task.validation());
    Inputs sample = validation.first(LayerReadings.ROWS);
    LayerReadings.Budget budget = new LayerReadings.Budget(terms.epochs(), feed.batchesPerEpoch());
    layers = new LayerReadings(graph, sample, budget, meters);
    parts = new Parts(graph, run, feed, loop, clock, validation);
    checkpoints = terms.checkpointing().map(this::checkpoints);
  }

  /** The layers whose rate is always 0. */
  private static Set<String> frozen(Update update) {
    return update.rateByLayer().entrySet().stream()
        .filter(layer -> layer.getValue() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Checkpoints checkpoints(Checkpointing settings) {
    List<Resumable> state =
        List.of(
            parts.clock(),
            parts.graph(),
            parts.run(),
            new NativeRandomState(),
            best,
            stopwatch,
            new SkippedSteps(meters));
    String training = TrainingIdentity.of(recipe, task, terms, parts.graph());
    return new Checkpoints(settings, training, state, terms::note, System::nanoTime);
  }

  /** Trains to the end of the budget, or to what ends it before. */
  public TrainingResult train() {
    try {
      return trainToTheEnd();
    } finally {
      parts.graph().close();
    }
  }

  private TrainingResult trainToTheEnd() {
    if (checkpoints.filter(Checkpoints::resume).isPresent()) {
      terms.note("goes on after epoch " + epochs());
    }
    while (epochs() < terms.epochs()) {
      StepLoop.End end = epoch();
      if (end == StepLoop.End.INTERRUPTED) {
        return interrupted();
      }
      if (end == StepLoop.End.DIVERGED) {
        return diverged("the training loss was not finite in epoch " + (epochs() + 1));
      }
      Evaluation seen = evaluateEpoch();
      if (!Double.isFinite(seen.loss())) {
        return diverged("the validation loss was not finite after epoch " + epochs());
      }
      layers.read(epochs());
      Decision decision = terms.report(epochs(), seen.score(), meters.read());
      if (decision == Decision.STOP) {
        return stopped("stopped after epoch " + epochs());
      }
      if (recipe.stopping().filter(rule -> rule.shouldStop(parts.clock().now())).isPresent()) {
        return completed(Optional.of("early stop after epoch " + epochs()));
      }
      if (epochs() < terms.epochs()) {
        checkpoints.ifPresent(Checkpoints::epochEnded);
      }
    }
    return completed(Optional.empty());
  }

  /** Finished ones. */
  private int epochs() {
    return parts.clock().now().epoch();
  }

  private StepLoop.End epoch() {
    return parts
        .loop()
        .epoch(
            parts.feed().epoch(parts.run()),
            recipe.update().schedule(),
            rules,
            parts.clock(),
            this::mustEnd);
  }

  private boolean mustEnd() {
    return terms.stopRequested() || memory.exceeded();
  }

  private TrainingResult interrupted() {
    return memory.exceeded()
        ? TrainingResult.failed(epochs(), "out of memory: " + memory.describe())
        : stopped("stopped on request");
  }

  private Evaluation evaluateEpoch() {
    LiveGraph graph = parts.graph();
    INDArray weights = evaluationWeights();
    Evaluation seen = graph.withWeights(weights, () -> parts.validation().evaluate(graph::predict));
    parts.clock().endEpoch(seen);
    meters.mean(Meters.VALIDATION_LOSS, seen.loss());
    meters.mean(Meters.VALIDATION_SCORE, seen.score());
    if (recipe.stopping().filter(StoppingRule::restoresBest).isPresent()) {
      best.offer(seen.loss(), weights);
    }
    return seen;
  }

  /** What the last weight rule that has an opinion wants evaluated. */
  private INDArray evaluationWeights() {
    INDArray chosen = parts.graph().weights();
    for (WeightRule rule : rules) {
      chosen = rule.evaluationWeights().orElse(chosen);
    }
    return chosen;
  }

  private TrainingResult diverged(String what) {
    return TrainingResult.failed(
        epochs(), "diverged: %s, after %d steps".formatted(what, parts.clock().now().step()));
  }

  private TrainingResult stopped(String reason) {
    List<Evaluation> seen = parts.clock().now().evaluations();
    OptionalDouble last =
        seen.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(seen.get(seen.size() - 1).score());
    return new TrainingResult(
        Status.STOPPED, seen.size(), last, Map.of(), Optional.empty(), Optional.of(reason));
  }

  private TrainingResult completed(Optional<String> reason) {
    INDArray weights = parts.graph().weights();
    weights.assign(best.weights().orElseGet(this::evaluationWeights));
    FinishTrainer trainer = new FinishTrainer(parts, this::mustEnd);
    recipe.finish().forEach(finish -> finish.apply(trainer));
    if (trainer.interrupted()) {
      return interrupted();
    }
    List<INDArray> members = rules.stream().flatMap(rule -> rule.members().stream()).toList();
    return result(
        new GraphModel(network, recipe.update(), weights, members, trainer.steps()),
        trainer.figures(),
        reason);
  }

  private TrainingResult result(
      GraphModel model, Map<String, Double> figures, Optional<String> reason) {
    double seconds = stopwatch.time().toNanos() * 1e-9;
    Evaluation seen = parts.validation().evaluate(model);
    if (!Double.isFinite(seen.loss())) {
      return diverged("the final validation loss is not finite");
    }
    if (!Double.isFinite(seen.score())) {
      return TrainingResult.failed(
          epochs(),
          "'%s' of the validation rows is %s".formatted(task.objective().id(), seen.score()));
    }
    figures.put(Meters.VALIDATION_LOSS, seen.loss());
    figures.put(Meters.VALIDATION_SCORE, seen.score());
    int batch = recipe.feed().batchSize();
    new WantedFigures(task.goal(), parts.validation(), model, seconds, batch)
        .measure(terms.figures(), figures);
    task.test()
        .map(rows -> new Evaluator(task, rows).evaluate(model).score())
        .ifPresent(score -> figures.put(Meters.TEST_SCORE, score));
    return new TrainingResult(
        Status.COMPLETED,
        epochs(),
        OptionalDouble.of(seen.score()),
        figures,
        Optional.of(model),
        reason);
  }
}
