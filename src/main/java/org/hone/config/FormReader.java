package org.hone.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hone.api.training.InputShape;
import org.hone.api.training.InputShape.Kind;
import org.hone.engine.data.Form;
import org.hone.engine.data.Glance;

/**
 * Reads what the rows of the data are: the key {@code kind}, and those that belong to one kind
 * only. Without the key, a folder is told by its files, an IDX file by its first bytes, and a CSV
 * file by the other keys.
 */
final class FormReader {
  static final String LABELS = "labels";
  static final String SKIPS = "skip-unreadable";
  static final String ID = "id";
  static final String ORDER = "order";
  static final String STEPS = "steps";
  static final String TEXT = "text";
  static final String VOCABULARY = "vocabulary";
  static final String TOKENS = "tokens";
  static final String SYNONYMS = "synonyms";
  private static final int GREY = 1;
  private static final int COLOUR = 3;
  private static final int USUAL_VOCABULARY = 20_000;
  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "table", Kind.TABLE,
              "images", Kind.IMAGE,
              "sequences", Kind.SEQUENCE,
              "text", Kind.TEXT));
  private static final Map<Kind, List<String>> KEYS_OF =
      new EnumMap<>(
          Map.of(
              Kind.TABLE,
              List.of(),
              Kind.IMAGE,
              List.of("shape", LABELS, SKIPS),
              Kind.SEQUENCE,
              List.of(ID, ORDER, STEPS),
              Kind.TEXT,
              List.of(TEXT, VOCABULARY, TOKENS, SYNONYMS)));
  private static final ValueType<String> COLUMN = ValueType.text("a column's name or number");
  private static final ValueType<Boolean> YES_OR_NO =
      ValueType.oneOf("a yes or no", new TreeMap<>(Map.of("true", true, "false", false)));

  /** Keys that speak of the columns of a CSV file. */
  private static final List<String> OF_COLUMNS =
      List.of("label", "labels-separated-by", "ignore", "categorical", "group", "time", "weight");

  /** Keys that this reads. */
  static final List<String> KEYS =
      Stream.concat(Stream.of("kind"), KEYS_OF.values().stream().flatMap(List::stream)).toList();

  private final Section data;
  private final Path source;

  private FormReader(Section data, Path source) {
    this.data = data;
    this.source = source;
  }

  /** The form of the data at a path. */
  static Form read(Section data, Path source) {
    return new FormReader(data, source).read();
  }

  private Form read() {
    Kind kind = data.find("kind", ValueType.oneOf("a kind of data", KINDS)).orElseGet(this::told);
    KEYS_OF.forEach((other, keys) -> refuse(keys, other, kind));
    return switch (kind) {
      case IMAGE -> images();
      case SEQUENCE -> sequences();
      case TEXT -> text();
      case TABLE -> table();
    };
  }

  private Kind told() {
    if (data.find("shape").isPresent() || data.find(LABELS).isPresent()) {
      return Kind.IMAGE;
    }
    if (data.find(TEXT).isPresent()) {
      return Kind.TEXT;
    }
    if (data.find(ID).isPresent()) {
      return Kind.SEQUENCE;
    }
    Optional<Kind> seen = Glance.kind(source);
    if (seen.isEmpty() && isFolder()) {
      throw ConfigException.at(
          data.originOf("file"),
          "%s is a folder without folders of images (.png, .jpg ...), sequences (.csv) or texts (.txt); allowed: such a folder, or a file"
              .formatted(source));
    }
    return seen.orElse(Kind.TABLE);
  }

  private void refuse(List<String> keys, Kind owner, Kind kind) {
    if (owner != kind) {
      refuse(keys, "belongs to data of kind %s; these are %s".formatted(word(owner), word(kind)));
    }
  }

  /** For files without columns that say something of a row. */
  private void refuseColumns(List<String> keys, String reason, String wayOut) {
    refuse(
        keys, "is about columns, and %s; allowed: leave it out, or %s".formatted(reason, wayOut));
  }

  private void refuse(List<String> keys, String reason) {
    for (String key : keys) {
      if (data.find(key).isPresent()) {
        throw ConfigException.at(data.originOf(key), reason);
      }
    }
  }

  /** The word for a kind. */
  static String word(Kind kind) {
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private boolean isFolder() {
    return Files.isDirectory(source);
  }

  private Form table() {
    if (isFolder()) {
      throw ConfigException.at(
          data.originOf("file"), "%s is a folder; allowed for a table: a file".formatted(source));
    }
    return new Form.Table();
  }

  private Form images() {
    if (isFolder() || isIdx()) {
      refuse(
          List.of("scaling"),
          "is of columns; pixels of image files are always standardised, each channel by itself;"
              + " allowed: leave it out");
    }
    if (isFolder()) {
      refuseColumns(
          OF_COLUMNS,
          "a folder of images has none: its classes are the folders in it",
          "write the pixels into one CSV file with data.shape");
      refuse(List.of(LABELS), "belongs to an IDX file; a folder's classes are the folders in it");
      return new Form.ImageFolder(shape(), data.get(SKIPS, YES_OR_NO, false));
    }
    refuse(List.of(SKIPS), "belongs to a folder of images");
    if (isIdx()) {
      refuseColumns(
          OF_COLUMNS,
          "an IDX file has none: its labels are in the file data.labels",
          "write the pixels into one CSV file with data.shape");
      refuse(List.of("shape"), "is said by an IDX file itself; allowed: leave it out");
      return new Form.Idx(labels());
    }
    return new Form.PixelColumns(
        shape()
            .orElseThrow(
                () ->
                    ConfigException.at(
                        data.originOf("shape"),
                        "is missing; needed for images in a CSV file: [height, width, channels]")));
  }

  /** The labels of an IDX file. */
  private String labels() {
    String name = data.require(LABELS, ValueType.text("the IDX file of the labels"));
    Path file = source.resolveSibling(name);
    if (!Files.exists(file)) {
      throw ConfigException.at(
          data.originOf(LABELS),
          "no such file: %s; it is looked for beside data.file".formatted(file));
    }
    return name;
  }

  private boolean isIdx() {
    return data.find(LABELS).isPresent() || (!isFolder() && Glance.kind(source).isPresent());
  }

  private Form sequences() {
    Optional<String> order = data.find(ORDER, COLUMN);
    Optional<Integer> steps = data.find(STEPS, ValueType.atLeast(1));
    if (isFolder()) {
      refuse(
          List.of("categorical"),
          "names a column of one CSV file; those of folders hold numbers; allowed: leave it out");
      refuse(
          List.of(ID),
          "tells sequences of one CSV file apart, and in a folder each has its own;"
              + " allowed: leave it out");
      refuseColumns(
          OF_COLUMNS.stream().filter(key -> !key.equals("ignore")).toList(),
          "a folder of sequences has but those of the steps: its classes are the folders in it",
          "write all steps into one CSV file with data.id");
      return new Form.SequenceFolder(order, steps);
    }
    return new Form.SequenceTable(data.require(ID, COLUMN), order, steps);
  }

  private Form text() {
    refuse(List.of("scaling"), "is of numbers, and texts have none; allowed: leave it out");
    int vocabulary = data.get(VOCABULARY, ValueType.atLeast(1), USUAL_VOCABULARY);
    Optional<Integer> tokens = data.find(TOKENS, ValueType.atLeast(1));
    if (isFolder()) {
      refuseColumns(
          Stream.concat(OF_COLUMNS.stream(), Stream.of(TEXT)).toList(),
          "a folder of texts has none: its classes are the folders in it",
          "write the texts into one CSV file with data.text");
      return new Form.TextFolder(vocabulary, tokens);
    }
    String column = data.require(TEXT, COLUMN);
    return new Form.TextColumn(column, vocabulary, tokens);
  }

  private Optional<InputShape> shape() {
    Optional<List<Integer>> sizes = data.findList("shape", ValueType.atLeast(1));
    sizes
        .filter(list -> list.size() != 3)
        .ifPresent(
            list -> {
              throw ConfigException.at(
                  data.originOf("shape"),
                  "%s are not three sizes; allowed: [height, width, channels]".formatted(list));
            });
    sizes
        .filter(list -> isFolder() && list.get(2) != GREY && list.get(2) != COLOUR)
        .ifPresent(
            list -> {
              throw ConfigException.at(
                  data.originOf("shape"),
                  "%d channels are none that image files have; allowed: %d (grey) or %d (colour)"
                      .formatted(list.get(2), GREY, COLOUR));
            });
    return sizes.map(list -> InputShape.image(list.get(0), list.get(1), list.get(2)));
  }
}
