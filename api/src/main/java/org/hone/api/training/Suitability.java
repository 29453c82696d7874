package org.hone.api.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.InputShape.Kind;
import org.nd4j.linalg.activations.Activation;

/** Which networks can be planned for which data. */
public final class Suitability {
  private Suitability() {}

  /** What is generated for a kind of rows unless somebody plans otherwise. */
  public static Architecture usualFor(Kind kind) {
    return switch (kind) {
      case TABLE -> new Architecture.Mlp(List.of(128, 64), Activation.RELU);
      case IMAGE -> new Architecture.Cnn(List.of(16, 32), 64, Activation.RELU);
      case SEQUENCE -> new Architecture.Lstm(List.of(64), false, 128, Activation.TANH);
      case TEXT -> new Architecture.TextCnn(100, List.of(3, 4, 5), 128, Activation.RELU);
    };
  }

  /**
   * Makes sure that a network can be generated for such rows.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static void require(Architecture architecture, InputShape input) {
    misfit(architecture, input.kind())
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /** Why a network cannot be generated for rows of a kind, and what can; empty if it can. */
  public static Optional<String> misfit(Architecture architecture, Kind kind) {
    if (architecture.takes().contains(kind.form())) {
      return Optional.empty();
    }
    return architecture instanceof Architecture.Layers layers
        ? layers.misplaced(kind.form()).map(Suitability::ofLayer)
        : Optional.of(ofWhole(architecture, kind));
  }

  private static String ofLayer(Architecture.Layers.Misplaced found) {
    return found.index() < 0
        ? found.problem()
        : "layer %d: %s".formatted(found.index() + 1, found.problem());
  }

  private static String ofWhole(Architecture architecture, Kind kind) {
    String needed =
        Stream.of(Kind.values())
            .filter(other -> architecture.takes().contains(other.form()))
            .map(Kind::plural)
            .sorted()
            .collect(Collectors.joining(" or "));
    boolean shapeless = kind == Kind.TABLE && architecture.takes().contains(Kind.IMAGE.form());
    return "%s needs %s, but the data are %s; %suse %s"
        .formatted(
            withArticle(architecture),
            needed,
            kind.plural(),
            shapeless ? "give them a shape, or " : "",
            withArticle(usualFor(kind)));
  }

  private static String withArticle(Architecture architecture) {
    String word = architecture.word();
    boolean spelledOut = word.startsWith("mlp") || word.startsWith("lstm");
    return (spelledOut ? "an " : "a ") + word;
  }
}
