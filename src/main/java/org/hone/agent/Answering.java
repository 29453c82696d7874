package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Task;
import org.hone.config.TechniqueChoices;
import org.hone.extension.Provider;

/**
 * The techniques that answer what they are asked of a task.
 *
 * @param leftOut why others are not used, a line each
 */
record Answering(Techniques techniques, List<String> leftOut) {
  Answering {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Leaves out techniques of plug-ins that throw. One that the study names cannot be left out, and
   * one of Hone's must not throw: of these {@link Asking} speaks when their turn comes.
   */
  static Answering among(Techniques known, TechniqueChoices choices, Task task) {
    if (!(choices instanceof TechniqueChoices.Preset preset)) {
      return new Answering(known, List.of());
    }
    List<Technique> answering = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Technique technique : known.all()) {
      boolean asked = Provider.of(technique).isPlugin() && preset.preset().includes(technique);
      Optional<String> trouble = asked ? Asking.of(technique).trouble(task) : Optional.empty();
      trouble.ifPresentOrElse(leftOut::add, () -> answering.add(technique));
    }
    return new Answering(Techniques.of(answering), leftOut);
  }
}
