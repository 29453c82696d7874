package org.hone.worker.fake;

import java.io.IOException;
import java.nio.file.Path;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.worker.Workbench;
import org.hone.worker.WorkerLife;

/**
 * The program of a worker that starts in a moment: it reads no data and knows nothing of arrays,
 * only the one study of {@link #SPACE}. Whoever is to kill it can see what it is at.
 */
public final class PhasedWorker {
  /** System property: the file with its {@link Phase.Mark}. */
  public static final String MARK = "hone.test.mark";

  /** System property: the hash that the data should have. */
  public static final String DATA = "hone.test.data";

  /** Of a study that searches for one technique, {@code lift}. */
  public static final SearchSpace SPACE = space();

  private static final long TO_READ_MILLIS = 20;

  private PhasedWorker() {}

  private static SearchSpace space() {
    Parameter lift = Parameter.of("lift", CategoricalDistribution.flag());
    return SearchSpace.of(
        lift,
        Parameter.of("lift.amount", FloatDistribution.of(0, 0.2), 0.1)
            .when(Literal.of(lift, true)));
  }

  public static void main(String[] arguments) throws IOException {
    Phase.Mark mark = Phase.Mark.open(Path.of(System.getProperty(MARK, "")));
    WorkerLife.begin(
        arguments,
        (study, shared) -> {
          mark.enter(Phase.HANDSHAKE);
          PhasedRunner.pause(TO_READ_MILLIS);
          mark.enter(Phase.WAITING);
          return new Workbench(
              new PhasedRunner(mark::enter), SPACE, System.getProperty(DATA, "unknown"));
        });
  }
}
