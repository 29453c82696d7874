package org.hone.engine.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.Sha256;

/**
 * The hashes of the files that rows come from. Rows that are learnt from tell nothing of how well
 * others are predicted, so that files of validation and test are to have other contents.
 */
final class PartHashes {
  static final String LEARNT = "data";
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  private final Map<String, DataFile> files = new LinkedHashMap<>();
  private final Sha256 sum = new Sha256();

  /**
   * Takes in the next file.
   *
   * @param part what it is for: {@link #LEARNT}, which comes first, {@link #VALIDATION} or {@link
   *     #TEST}
   * @throws DataException if another one has the same contents
   */
  void add(String part, DataFile file, String sha256) {
    requireOther(part, file, sha256);
    sum.with(part, sha256);
  }

  /** The same for whoever makes a sum of his own. */
  void requireOther(String part, DataFile file, String sha256) {
    DataFile other = files.putIfAbsent(sha256, file);
    if (other != null) {
      throw file.error(
          "has the same rows as %s; allowed: a file with other rows".formatted(other.name()),
          Optional.of(part));
    }
  }

  /** Of all files that were added; no more can be. One alone has its own hash. */
  String sum() {
    return files.size() == 1 ? files.keySet().iterator().next() : sum.sum();
  }
}
