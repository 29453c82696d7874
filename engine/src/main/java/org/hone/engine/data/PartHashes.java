package org.hone.engine.data;

import java.util.HashMap;
import java.util.Map;
import org.hone.engine.data.file.DataFile;

/**
 * The hashes of the files that rows come from. Rows that are learnt from tell nothing of how well
 * others are predicted, so that files of validation and test are to have other contents.
 */
final class PartHashes {
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  private final Map<String, DataFile> files = new HashMap<>();

  /**
   * Takes in the next file.
   *
   * @param part what it is for, {@link #VALIDATION} or {@link #TEST}; anything else for the first
   * @throws DataException if another one has the same contents
   */
  void add(String part, DataFile file, String sha256) {
    DataFile other = files.putIfAbsent(sha256, file);
    if (other != null) {
      throw file.error(
          "has the same rows as %s; allowed: a file with other rows".formatted(other.name()), part);
    }
  }
}
