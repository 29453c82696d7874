package org.hone.search.storage.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Writes a database that holds a bit of everything. Run once for each version of the schema; its
 * file stays among the test resources for good, so that later versions prove they still read it.
 */
final class FrozenDatabase {
  static final SearchSpace SPACE = space();
  static final StudyDefinition DEFINITION =
      new StudyDefinition(
          "frozen",
          List.of(Direction.MAXIMIZE),
          Optional.of(SPACE),
          new Catalogue(
              List.of(
                  new Catalogue.Entry(
                      "mix-up",
                      "batch",
                      "1.0",
                      "Zhang et al. 2018",
                      new Literal("mix", Set.of(1.0)),
                      List.of("share")))));
  static final Provenance PROVENANCE =
      new Provenance(
          42, "ab12", "mix-up(0.4)", Map.of("mix-up", "1.0"), "dl4j", "cpu", Map.of("data", "ff"));
  static final Instant TIME = Instant.parse("2026-01-31T12:00:00.000001Z");

  private FrozenDatabase() {}

  /**
   * @param arguments the file to write
   */
  public static void main(String[] arguments) {
    Database file = new SqliteDatabase(Path.of(arguments[0]), Durability.NORMAL);
    try (Storage storage = JdbcStorage.open(file, () -> Clock.fixed(TIME, ZoneOffset.UTC))) {
      write(storage);
    }
  }

  private static SearchSpace space() {
    Parameter rate = Parameter.of("rate", FloatDistribution.log(1e-5, 1), 0.01);
    Parameter share = Parameter.of("share", FloatDistribution.stepped(0, 1, 0.1));
    Parameter layers = Parameter.of("layers", IntDistribution.stepped(1, 9, 2));
    Parameter units = Parameter.of("units", IntDistribution.log(1, 512), 64);
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", 1, 2.5, true));
    Parameter swap = Parameter.of("swap", CategoricalDistribution.flag());
    Parameter mix = Parameter.of("mix", CategoricalDistribution.flag());
    Parameter size = Parameter.of("size", FloatDistribution.of(-1, 1)).when(Literal.of(mix, true));
    AtMostOne rule = new AtMostOne(List.of(Literal.of(swap, true), Literal.of(mix, true)));
    return new SearchSpace(
        List.of(rate, share, layers, units, kind, swap, mix, size), List.of(rule));
  }

  /** Trial n is at the point number n. */
  static ParameterValues point(int n) {
    boolean mix = n % 2 == 0;
    List<Object> kinds = List.of("a", 1L, 2.5, true);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rate", 0.001 * (n + 1));
    values.put("share", n / 10.0);
    values.put("layers", 1 + 2 * (n % 5));
    values.put("units", 1 << n);
    values.put("kind", kinds.get(n % kinds.size()));
    values.put("swap", !mix);
    values.put("mix", mix);
    if (mix) {
      values.put("size", n / 7.0);
    }
    return SPACE.fromExternal(values);
  }

  private static void write(Storage storage) {
    long study = storage.createStudy(DEFINITION);
    storage.setStudyAttribute(
        study, AttributeKind.USER, "owner", List.of("Ada", 1, 2.5, Double.NaN));
    storage.setStudyAttribute(
        study, AttributeKind.SYSTEM, "study:metric_names", List.of("accuracy"));
    complete(storage, study, 0, 0.5);
    complete(storage, study, 1, Double.POSITIVE_INFINITY);
    TrialRecord pruned = begin(storage, study, 2);
    storage.finish(pruned.id(), TrialState.PRUNED, List.of(0.25), Optional.empty());
    TrialRecord failed = begin(storage, study, 3);
    storage.finish(failed.id(), TrialState.FAIL, List.of(), Optional.of("out of memory"));
    begin(storage, study, 4);
    storage.createTrial(study, TrialState.WAITING, point(5), Map.of());
  }

  private static TrialRecord begin(Storage storage, long study, int n) {
    return storage.createTrial(study, TrialState.RUNNING, point(n), Map.of());
  }

  private static void complete(Storage storage, long study, int n, double value) {
    long id = begin(storage, study, n).id();
    storage.report(id, 1, 0.125);
    storage.report(id, 2, Double.NaN);
    storage.report(id, 3, Double.NEGATIVE_INFINITY);
    storage.appendSeries(id, 1, Map.of("loss", 0.5, "rate", Double.NaN));
    storage.appendSeries(id, 2, Map.of("loss", Double.POSITIVE_INFINITY));
    storage.setProvenance(id, PROVENANCE);
    storage.setTrialAttribute(id, AttributeKind.USER, "note", Map.of("deep", List.of(true)));
    storage.finish(id, TrialState.COMPLETE, List.of(value), Optional.empty());
  }
}
