package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Task;
import org.hone.engine.Dl4jEngine;

/**
 * Measures what each technique makes of the time of a step, at its defaults, on networks of {@link
 * CostCase}: {@code FOLDER SECONDS NETWORK ...} takes those networks with so many seconds for each
 * technique, and keeps the figures in the folder; {@code FOLDER RESULTS} writes all that was kept
 * into a file of the day.
 */
public final class TechniqueCost {
  /** The plain recipe against itself: what is no further from 1 is noise. */
  static final String NOTHING = "(nothing)";

  private static final double WARM_UP_SECONDS = 6;

  private final Dl4jEngine engine = new Dl4jEngine();
  private final Techniques techniques = Techniques.discover(TechniqueCost.class.getClassLoader());
  private final double seconds;

  private TechniqueCost(double seconds) {
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    if (arguments.length == 2) {
      write(folder, Path.of(arguments[1]));
      return;
    }
    for (int i = 2; i < arguments.length; i++) {
      CostCase network = CostCase.valueOf(arguments[i].toUpperCase(Locale.ROOT));
      CostTable.keep(
          folder, network, new TechniqueCost(Double.parseDouble(arguments[1])).measured(network));
    }
  }

  private static void write(Path folder, Path results) throws IOException {
    List<String> ids = Techniques.discover(TechniqueCost.class.getClassLoader()).ids();
    Path file = results.resolve(LocalDate.now() + "-technique-cost.txt");
    Files.write(file, CostTable.kept(folder).lines(ids));
    System.out.println("written to " + file);
  }

  private List<Cost> measured(CostCase network) throws InterruptedException {
    Task task = network.task(engine);
    Recipe plain = CostCase.plain(task);
    // what all trainings have in common is compiled in one that does not count
    new Turns(engine, task, WARM_UP_SECONDS).of(plain, plain);
    List<Cost> costs = new ArrayList<>();
    costs.add(cost(NOTHING, task, plain));
    for (Technique technique : techniques.all()) {
      if (technique.needs().isEmpty() && technique.appliesTo(task)) {
        Recipe recipe = technique.apply(plain, technique.parameters(task).defaults());
        costs.add(cost(technique.id(), task, recipe));
      }
    }
    return costs;
  }

  private Cost cost(String id, Task task, Recipe recipe) throws InterruptedException {
    Turns turns = new Turns(engine, task, seconds);
    Cost cost = Cost.of(id, turns.of(CostCase.plain(task), recipe));
    System.out.println(cost.line());
    return cost;
  }
}
