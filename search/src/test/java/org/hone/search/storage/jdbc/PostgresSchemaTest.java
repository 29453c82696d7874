package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares fresh tables with those of the models of Optuna 5.0.0 (3.6 and 4.9 have the same). */
class PostgresSchemaTest {
  private static final String COLUMNS =
      """
      select table_name || '.' || column_name || ': ' ||
        coalesce(nullif(data_type, 'USER-DEFINED'), udt_name) ||
        coalesce('(' || character_maximum_length || ')', '') ||
        case is_nullable when 'NO' then ' not null' else '' end ||
        case when column_default like 'nextval%' then ' serial' else '' end
      from information_schema.columns
      where table_schema = current_schema() and table_name not like 'hone\\_%'""";
  private static final String ENUMS =
      """
      select typname || ': ' || string_agg(enumlabel, ' ' order by enumsortorder)
      from pg_type join pg_enum on pg_enum.enumtypid = pg_type.oid
      where typnamespace = current_schema()::regnamespace group by typname""";
  private static final String INDEXES =
      """
      select tablename || ': ' || regexp_replace(indexdef, '^CREATE (.*)INDEX .* USING', '\\1')
      from pg_indexes where schemaname = current_schema() and tablename not like 'hone\\_%'""";
  private static final String CONSTRAINTS =
      """
      select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = current_schema()::regnamespace and contype in ('c', 'f')
        and conrelid::regclass::text not like 'hone\\_%'""";

  private static List<String> optunas() throws IOException {
    Path file =
        Path.of(
            "src/test/resources/org/hone/search/storage/jdbc/optuna-5.0.0-schema-postgresql.txt");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.sorted().toList();
    }
  }

  @Test
  void hasOptunasTablesExactly() throws IOException {
    String address = PostgresServer.newAddress();
    Storages.open(address).close();
    try (Database database = PostgresServer.open(address)) {
      List<String> ours =
          Stream.of(COLUMNS, ENUMS, INDEXES, CONSTRAINTS)
              .flatMap(query -> database.read(s -> s.all(query, row -> row.getString(1))).stream())
              .sorted()
              .toList();
      assertThat(ours).isEqualTo(optunas());
    }
  }
}
