package org.hone.agent;

import java.nio.file.Path;
import java.util.Optional;
import org.hone.config.DataSettings;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.file.Sha256;
import org.hone.engine.data.mapped.PreparedFile;
import org.hone.engine.data.split.SplitPlan;

/**
 * Splits of a study's rows in files, a file for each, that its processes map into their memory: so
 * they have large data but once, and read them but once.
 *
 * @param folder for these files alone
 * @param data hash of the data
 */
public record SharedSplits(Path folder, String data) {

  /** Those of a study that works in a folder. */
  public static SharedSplits in(Path runFolder, String data) {
    return new SharedSplits(runFolder.resolve("shared"), data);
  }

  /** A split whose file is there and intact. */
  Optional<Prepared> open(DataSettings settings, SplitPlan plan) {
    return file(settings, plan).open();
  }

  /** Where a split belongs; all that it follows from is in the key, but not where data lie. */
  public PreparedFile file(DataSettings settings, SplitPlan plan) {
    String follows =
        "%s %s %s %s %s %s %d %d %s %s"
            .formatted(
                settings.roles(),
                settings.goal(),
                settings.form(),
                settings.scaling(),
                plan.validation(),
                plan.test(),
                plan.testSeed(),
                plan.developmentSeed(),
                plan.fold(),
                Version.text());
    String key = new Sha256().with("data", data).with("split", Sha256.of(follows)).sum();
    return new PreparedFile(folder.resolve(key.substring(0, 16) + ".rows"), key);
  }
}
