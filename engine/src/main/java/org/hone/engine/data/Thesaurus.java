package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.TextFile;

/**
 * Words that mean the same, as a user wrote them down: a group in each line, parted by commas or
 * blanks; lines that are empty or begin with # say nothing.
 *
 * @param groups of words as the {@link Tokenizer} has them
 * @param sha256 of the file; empty for none
 */
record Thesaurus(List<List<String>> groups, String sha256) {
  /** No word means the same as another. */
  static final Thesaurus NONE = new Thesaurus(List.of(), "");

  Thesaurus {
    groups = List.copyOf(groups);
  }

  /**
   * Reads a file.
   *
   * @throws DataException if it is none, or says nothing of any two of the words
   */
  static Thesaurus read(DataFile file, Collection<String> words) {
    List<Loaded<String>> loaded =
        Loaded.all(List.of(file), (from, bytes) -> TextFile.decode(bytes));
    String text = Loaded.contents(loaded, "").get(0);
    List<List<String>> groups = groups(file, text.lines().toList());
    Set<String> known = new HashSet<>(words);
    if (groups.stream().noneMatch(group -> group.stream().filter(known::contains).count() > 1)) {
      throw file.error("no line has two words of the texts");
    }
    return new Thesaurus(groups, loaded.get(0).sha256());
  }

  private static List<List<String>> groups(DataFile file, List<String> lines) {
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        groups.add(group(file, i + 1, line));
      }
    }
    return groups;
  }

  private static List<String> group(DataFile file, int number, String line) {
    List<String> group = new ArrayList<>();
    for (String written : line.split("[,;\\s]+", -1)) {
      List<String> words = Tokenizer.words(written);
      if (words.size() > 1) {
        throw file.error(
            number,
            "'%s' is %d words to Hone, %s; allowed: single words"
                .formatted(written, words.size(), String.join(" and ", words)));
      }
      group.addAll(words);
    }
    if (group.stream().distinct().count() < 2) {
      throw file.error(number, "'%s' is no group of words; two or more are needed".formatted(line));
    }
    return List.copyOf(group);
  }
}
