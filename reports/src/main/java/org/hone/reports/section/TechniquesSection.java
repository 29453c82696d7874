package org.hone.reports.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.TechniqueEffect;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;

/** Every technique on offer: chosen or not, its effect as seen, its source. */
final class TechniquesSection implements Section {
  private static final String CAVEAT =
      """
      As seen, not as proved: a search is not an experiment. The sampler tries more often, and \
      together, what has looked good before, so a technique may shine through its company. Only \
      the comparison on test data is evidence.\
      """;

  private static final String METHOD =
      """
      Difference: the typical difference between a trial with the technique and one without \
      (Hodges and Lehmann), its interval and p by ranks (Wilcoxon, Mann and Whitney), exact for up \
      to fifty trials. p is corrected for the number of techniques (Holm), the interval is not; at \
      p of 0.05 or less a row is marked. The baseline counts among the trials without. A difference \
      takes three trials on either side, an interval more; where there are fewer, it is left blank. \
      Techniques that no trial used apart are one observation, which is told of the first of them. \
      Trials cut short (pruned, failed or without a finite score) are counted but not compared.\
      """;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("technique", "Technique"),
          Column.text("in-best", "In best"),
          Column.number("difference", "Difference"),
          Column.range("interval", "95% interval"),
          Column.number("p", "p, corrected"),
          Column.number("trials-with", "With"),
          Column.number("trials-without", "Without"),
          Column.number("median-with", "Median with"),
          Column.number("median-without", "Median without"),
          Column.number("unfinished-with", "Cut short"));

  private static final List<Column> SOURCES =
      List.of(
          Column.text("technique", "Technique"),
          Column.text("slot", "Slot"),
          Column.text("version", "Version"),
          Column.text("source", "Source"));

  @Override
  public String id() {
    return "techniques";
  }

  @Override
  public String title() {
    return "Techniques, as seen in the search";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    List<TechniqueEffect> effects = new ArrayList<>(TechniqueEffects.of(evidence));
    if (effects.isEmpty()) {
      return List.of(Paragraph.of("The study has no catalogue of techniques."));
    }
    effects.sort(chosenAndGoodFirst(evidence.direction()));
    return List.of(
        Paragraph.of(CAVEAT),
        new Table(
            "Validation "
                + evidence.context().metric().name()
                + " of complete trials with and without each technique",
            COLUMNS,
            effects.stream().map(effect -> row(effect, evidence)).toList(),
            true),
        Paragraph.aside(METHOD),
        new Table(
            "Where they come from",
            SOURCES,
            evidence.catalogue().techniques().stream().map(TechniquesSection::source).toList(),
            false));
  }

  private static Row source(Catalogue.Entry technique) {
    return Row.of(
        new Cell.Text(technique.id()),
        new Cell.Text(technique.slot()),
        new Cell.Text(technique.version()),
        new Cell.Text(technique.source()));
  }

  private static Comparator<TechniqueEffect> chosenAndGoodFirst(Direction direction) {
    return Comparator.comparing((TechniqueEffect effect) -> !effect.inBest())
        .thenComparing(effect -> effect.difference().isEmpty())
        .thenComparingDouble(effect -> direction.toLoss(effect.difference().orElse(0)));
  }

  private static Row row(TechniqueEffect effect, Evidence evidence) {
    Metric metric = evidence.context().metric();
    return new Row(
        List.of(
            new Cell.Text(effect.technique().id()),
            effect.inBest() ? new Cell.Text("yes") : new Cell.Empty(),
            difference(effect, metric),
            interval(effect, evidence),
            Cell.of(effect.p(), Unit.PROBABILITY),
            new Cell.Figure(effect.with().size(), Unit.COUNT),
            new Cell.Figure(effect.without().size(), Unit.COUNT),
            median(effect.with().median(), metric),
            median(effect.without().median(), metric),
            new Cell.Figure(effect.unfinished(), Unit.COUNT)),
        mark(effect, evidence.direction()));
  }

  private static Cell difference(TechniqueEffect effect, Metric metric) {
    return effect
        .toldOf()
        .<Cell>map(first -> new Cell.Text("always with " + first))
        .orElse(Cell.of(effect.difference(), metric.differenceUnit()));
  }

  private static Optional<String> mark(TechniqueEffect effect, Direction direction) {
    if (!effect.standsOut()) {
      return Optional.empty();
    }
    return Optional.of(effect.isBetterWith(direction) ? "better" : "worse");
  }

  private static Cell median(double value, Metric metric) {
    return Double.isNaN(value) ? new Cell.Empty() : new Cell.Figure(value, metric.unit());
  }

  private static Cell interval(TechniqueEffect effect, Evidence evidence) {
    Unit unit = evidence.context().metric().differenceUnit();
    Tone tone = tone(effect, evidence.direction());
    return effect
        .interval()
        .<Cell>map(interval -> new Cell.Range(interval, unit, tone))
        .orElse(new Cell.Empty());
  }

  private static Tone tone(TechniqueEffect effect, Direction direction) {
    if (!effect.standsOut()) {
      return Tone.NEUTRAL;
    }
    return effect.isBetterWith(direction) ? Tone.GOOD : Tone.BAD;
  }
}
