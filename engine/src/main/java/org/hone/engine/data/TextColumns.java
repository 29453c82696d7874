package org.hone.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hone.engine.data.file.ColumnReader;

/** The column of texts. */
final class TextColumns implements FeatureColumns {
  private final Layout layout;
  private final Assignment assignment;
  private final int text;
  private final Form.TextColumn form;
  private final Corpus.Builder corpus = new Corpus.Builder();

  /** Reads nothing yet. */
  TextColumns(Layout layout, Assignment assignment, Form.TextColumn form) {
    this.layout = layout;
    this.assignment = assignment;
    this.text = assignment.require(Purpose.TEXT);
    this.form = form;
  }

  @Override
  public Map<Integer, ColumnReader> readers() {
    return Map.of(text, corpus);
  }

  @Override
  public Features features(Target target) {
    Place place = layout.names().place(text);
    return Texts.of(
        new TextCoding.Origin(place.name(), text + 1),
        place,
        unseen(),
        corpus.build(),
        form.vocabulary(),
        form.tokens());
  }

  /** Columns that a user may believe to be learnt from. */
  private List<String> unseen() {
    return Arrays.stream(assignment.features())
        .mapToObj(column -> layout.names().names().get(column))
        .toList();
  }
}
