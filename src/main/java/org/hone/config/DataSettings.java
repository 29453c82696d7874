package org.hone.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.hone.api.training.Goal;
import org.hone.engine.data.Form;
import org.hone.engine.data.Roles;
import org.hone.engine.data.ScalingMethod;

/**
 * What is learnt from.
 *
 * @param file or folder; a bundled one may lie inside a jar, so it is opened with {@link
 *     java.nio.file.Files} only
 * @param source the file as the study file names it
 * @param roles what columns are for
 * @param goal detected from the label if empty
 * @param form what the rows are
 * @param scaling of the features
 * @param parts how rows are dealt out
 * @param synonyms words of texts that mean the same
 */
public record DataSettings(
    Path file,
    String source,
    Roles roles,
    Optional<Goal> goal,
    Form form,
    ScalingMethod scaling,
    Parts parts,
    Optional<NamedFile> synonyms) {

  /** The same data, with files that are no bundled ones named otherwise. */
  DataSettings named(Function<Path, String> name) {
    return new DataSettings(
        file,
        source.startsWith(DataReader.BUNDLED) ? source : name.apply(file),
        roles,
        goal,
        form,
        scaling,
        new Parts(parts.validation().named(name), parts.test().named(name), parts.folds()),
        synonyms.map(file -> file.named(name)));
  }
}
