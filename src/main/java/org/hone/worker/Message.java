package org.hone.worker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hone.agent.Artifact;
import org.hone.agent.SharedSplits;
import org.hone.agent.Teachers;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult;
import org.hone.search.space.SearchSpace;

/**
 * What a worker and its parent say to one another, in this order.
 *
 * <pre>{@code
 * worker: Hello       parent: Setup, or Refusal
 * worker: Ready       or Refusal
 *                     parent: Assignment
 * worker: Beginning
 * worker: Epoch       parent: Answer            any number of times
 * worker: Advance                               any number of times
 * worker: Note        at any time
 *                     parent: Stop              at any time
 * worker: Result      and on with an Assignment
 * worker: Heartbeat   each second
 * }</pre>
 *
 * Either side leaves by closing the socket.
 */
sealed interface Message {
  /** Of the protocol; both sides must have the same. */
  int VERSION = 4;

  /** What tells messages apart. */
  String type();

  /** What it says, by name: texts, numbers, flags, lists and maps of these. */
  Map<String, Object> fields();

  /**
   * A worker has come.
   *
   * @param version of the protocol that it speaks
   * @param token that the parent gave it
   */
  record Hello(int version, String token) implements Message {
    @Override
    public String type() {
      return "hello";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("version", version, "token", token);
    }
  }

  /**
   * What the worker will work at.
   *
   * @param study the study file's text
   * @param data hash of the data
   * @param shared the folder where splits of the rows may lie; empty if none do
   */
  record Setup(String study, String data, Optional<String> shared) implements Message {
    /** Where splits may lie. */
    Optional<SharedSplits> splits() {
      return shared.map(folder -> new SharedSplits(Path.of(folder), data));
    }

    @Override
    public String type() {
      return "setup";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>(Map.of("study", study, "data", data));
      shared.ifPresent(folder -> fields.put("shared", folder));
      return fields;
    }
  }

  /**
   * The worker has read the data.
   *
   * @param data their hash
   */
  record Ready(String data) implements Message {
    @Override
    public String type() {
      return "ready";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("data", data);
    }
  }

  /** The worker cannot work at the study, or the parent does not want it. */
  record Refusal(String reason) implements Message {
    @Override
    public String type() {
      return "refusal";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("reason", reason);
    }
  }

  /**
   * A trial to run; see {@link TrialOrder}.
   *
   * @param point as a user writes it
   * @param model where to save the model
   * @param checkpoint where the training keeps its state
   * @param subject whose training it is
   * @param teachers by file and hash
   */
  record Assignment(
      Map<String, Object> point,
      long seed,
      long developmentSeed,
      boolean test,
      Optional<String> model,
      Optional<String> checkpoint,
      TrialOrder.Subject subject,
      Teachers teachers)
      implements Message {
    private static final String TEACHERS = "teachers";
    private static final String HASHES = "teachers-sha256";

    static Assignment read(Fields fields) throws ProtocolException {
      return new Assignment(
          fields.object("point"),
          fields.whole("seed"),
          fields.whole("development-seed"),
          fields.flag("test"),
          fields.optionalText("model"),
          fields.optionalText("checkpoint"),
          new TrialOrder.Subject(
              fields.constant("subject", TrialOrder.Subject.Kind.class), fields.count("fold")),
          teachers(fields.texts(TEACHERS), fields.texts(HASHES)));
    }

    private static Teachers teachers(List<String> files, List<String> hashes)
        throws ProtocolException {
      if (files.size() != hashes.size()) {
        throw new ProtocolException(
            "%d teachers with %d hashes".formatted(files.size(), hashes.size()));
      }
      return new Teachers(
          IntStream.range(0, files.size())
              .mapToObj(i -> new Artifact(Path.of(files.get(i)), hashes.get(i)))
              .toList());
    }

    static Assignment of(TrialOrder order) {
      return new Assignment(
          order.point().external(),
          order.seed(),
          order.developmentSeed(),
          order.test(),
          order.model().map(file -> file.toAbsolutePath().toString()),
          order.checkpoint().map(file -> file.toAbsolutePath().toString()),
          order.subject(),
          order.teachers());
    }

    private List<String> each(Function<Artifact, String> fact) {
      return teachers.models().stream().map(fact).toList();
    }

    /** The order; its point must be one of this space. */
    TrialOrder order(SearchSpace space) {
      return new TrialOrder(
          space.fromExternal(point),
          seed,
          developmentSeed,
          test,
          model.map(Path::of),
          checkpoint.map(Path::of),
          subject,
          teachers);
    }

    @Override
    public String type() {
      return "assignment";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("point", point);
      fields.put("seed", seed);
      fields.put("development-seed", developmentSeed);
      fields.put("test", test);
      model.ifPresent(file -> fields.put("model", file));
      checkpoint.ifPresent(file -> fields.put("checkpoint", file));
      fields.put("subject", subject.kind().name());
      fields.put("fold", subject.fold());
      fields.put(TEACHERS, each(one -> one.file().toAbsolutePath().toString()));
      fields.put(HASHES, each(Artifact::sha256));
      return fields;
    }
  }

  /**
   * An epoch of a later fold is over; nobody has to decide anything.
   *
   * @param fold from 1
   * @param epoch finished ones of this fold, from 1
   */
  record Advance(int fold, int epoch) implements Message {
    @Override
    public String type() {
      return "advance";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("fold", fold, "epoch", epoch);
    }
  }

  /**
   * The trial's training begins.
   *
   * @param recipe what is trained, as people read it
   */
  record Beginning(String recipe) implements Message {
    @Override
    public String type() {
      return "beginning";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("recipe", recipe);
    }
  }

  /** An epoch of the trial is over; the worker waits for the answer. */
  record Epoch(int epoch, double score, Map<String, Double> readings) implements Message {
    @Override
    public String type() {
      return "epoch";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("epoch", epoch, "score", score, "readings", readings);
    }
  }

  /** Something about the trial that the user should know. */
  record Note(String line) implements Message {
    @Override
    public String type() {
      return "note";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("line", line);
    }
  }

  /** Whether the trial goes on after the epoch. */
  record Answer(Decision decision) implements Message {
    @Override
    public String type() {
      return "answer";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("decision", decision.name());
    }
  }

  /** The trial should end within one step. */
  record Stop() implements Message {
    @Override
    public String type() {
      return "stop";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of();
    }
  }

  /** The trial is over. */
  record Result(TrialReport report) implements Message {

    static Result read(Fields fields) throws ProtocolException {
      return new Result(
          new TrialReport(
              fields.constant("status", TrainingResult.Status.class),
              fields.count("epochs"),
              fields.values().containsKey("score")
                  ? OptionalDouble.of(fields.number("score"))
                  : OptionalDouble.empty(),
              fields.numbers("figures"),
              fields.optionalText("reason"),
              fields.texts("log")));
    }

    @Override
    public String type() {
      return "result";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("status", report.status().name());
      fields.put("epochs", report.epochs());
      report.score().ifPresent(score -> fields.put("score", score));
      fields.put("figures", report.figures());
      report.reason().ifPresent(reason -> fields.put("reason", reason));
      fields.put("log", List.copyOf(report.log()));
      return fields;
    }
  }

  /** The worker is alive. */
  record Heartbeat() implements Message {
    @Override
    public String type() {
      return "heartbeat";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of();
    }
  }

  /** Inverse of {@link #type} and {@link #fields}. */
  static Message read(Fields fields) throws ProtocolException {
    return switch (fields.type()) {
      case "hello" -> new Hello(fields.count("version"), fields.text("token"));
      case "setup" ->
          new Setup(fields.text("study"), fields.text("data"), fields.optionalText("shared"));
      case "ready" -> new Ready(fields.text("data"));
      case "refusal" -> new Refusal(fields.text("reason"));
      case "assignment" -> Assignment.read(fields);
      case "beginning" -> new Beginning(fields.text("recipe"));
      case "epoch" ->
          new Epoch(fields.count("epoch"), fields.number("score"), fields.numbers("readings"));
      case "advance" -> new Advance(fields.count("fold"), fields.count("epoch"));
      case "note" -> new Note(fields.text("line"));
      case "answer" -> new Answer(fields.constant("decision", Decision.class));
      case "stop" -> new Stop();
      case "result" -> Result.read(fields);
      case "heartbeat" -> new Heartbeat();
      default -> throw new ProtocolException("a message of unknown type '" + fields.type() + "'");
    };
  }
}
