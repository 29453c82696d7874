package org.hone.engine.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files that hold one text each, in UTF-8. */
public final class TextFile {
  /** How they end. */
  static final String ENDING = ".txt";

  private TextFile() {}

  public static boolean isNamedLikeOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /** The texts of a folder. */
  public static FileTree tree(DataFile folder) {
    return new FileTree(folder, TextFile::isNamedLikeOne, "texts (%s)".formatted(ENDING));
  }

  /** The text of a file's bytes; a byte order mark is no word, and may stay. */
  public static String decode(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8 text", e);
    }
  }
}
