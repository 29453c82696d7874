package org.hone.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hone.api.training.InputShape.Kind;
import org.hone.engine.data.Form;

/** The keys of a form, as a study file says them to {@link FormReader}. */
final class FormSpelling {
  private final Map<String, Object> keys = new LinkedHashMap<>();

  private FormSpelling() {}

  static Map<String, Object> of(Form form) {
    FormSpelling spelling = new FormSpelling();
    spelling.add(form);
    return spelling.keys;
  }

  private void add(Form form) {
    if (form.kind() != Kind.TABLE) {
      keys.put("kind", FormReader.word(form.kind()));
    }
    if (form instanceof Form.PixelColumns pixels) {
      keys.put("shape", pixels.shape().sizes());
    } else if (form instanceof Form.ImageFolder folder) {
      folder.shape().ifPresent(shape -> keys.put("shape", shape.sizes()));
      keys.put(FormReader.SKIPS, folder.skipsUnreadable());
    } else if (form instanceof Form.Idx idx) {
      keys.put(FormReader.LABELS, idx.labels());
    } else if (form instanceof Form.SequenceTable table) {
      keys.put(FormReader.ID, table.id());
      steps(table.order(), table.steps());
    } else if (form instanceof Form.SequenceFolder folder) {
      steps(folder.order(), folder.steps());
    } else if (form instanceof Form.TextColumn texts) {
      keys.put(FormReader.TEXT, texts.column());
      words(texts.vocabulary(), texts.tokens());
    } else if (form instanceof Form.TextFolder texts) {
      words(texts.vocabulary(), texts.tokens());
    }
  }

  private void steps(Optional<String> order, Optional<Integer> most) {
    order.ifPresent(column -> keys.put(FormReader.ORDER, column));
    most.ifPresent(steps -> keys.put(FormReader.STEPS, steps));
  }

  private void words(int vocabulary, Optional<Integer> most) {
    keys.put(FormReader.VOCABULARY, vocabulary);
    most.ifPresent(tokens -> keys.put(FormReader.TOKENS, tokens));
  }
}
