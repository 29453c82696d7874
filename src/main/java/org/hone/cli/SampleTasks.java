package org.hone.cli;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hone.api.technique.Need;
import org.hone.api.technique.Specimens;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;

/** A small task of each kind, with whatever artifacts a technique needs. */
final class SampleTasks {
  private final Specimens specimens;
  private final Map<Set<Need>, List<Task>> byNeeds = new HashMap<>();

  SampleTasks(TrainingEngine engine) {
    specimens = new Specimens(engine);
  }

  List<Task> of(Technique technique) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    needs.addAll(technique.needs());
    return byNeeds.computeIfAbsent(needs, specimens::tasks);
  }
}
