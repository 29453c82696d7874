package org.hone.search.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.search.space.Direction;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;

/** Studies: their names and directions in Optuna's tables, the rest of their definition in ours. */
record StudyTable(Statements statements, Dialect dialect) {

  private static final String INSERT =
      """
      insert into studies (study_id, study_name) values (%s, ?)
      on conflict (study_name) do nothing returning study_id""";
  private static final String INSERT_DIRECTION =
      "insert into study_directions (direction, study_id, objective) values (?, ?, ?)";
  private static final String INSERT_DEFINITION =
      "insert into hone_studies (study_id, space_json, catalogue_json) values (?, ?, ?)";

  /**
   * @throws IllegalArgumentException if the name is taken
   */
  long create(StudyDefinition definition) throws SQLException {
    String insert = INSERT.formatted(dialect.nextStudyId());
    long id =
        statements
            .first(insert, row -> row.getLong(1), definition.name())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is a study named '%s' already".formatted(definition.name())));
    List<Direction> directions = definition.directions();
    for (int objective = 0; objective < directions.size(); objective++) {
      String direction = directions.get(objective).name();
      statements.update(INSERT_DIRECTION, direction, id, objective);
    }
    String space = definition.space().map(SpaceJson::write).map(Json::write).orElse(null);
    statements.update(INSERT_DEFINITION, id, space, Json.write(definition.catalogue()));
    return id;
  }

  private static final String FIND = "select study_id from studies where study_name = ?";

  OptionalLong find(String name) throws SQLException {
    return statements.all(FIND, row -> row.getLong(1), name).stream()
        .mapToLong(id -> id)
        .findFirst();
  }

  private static final String NAMES = "select study_name from studies order by study_id";

  List<String> names() throws SQLException {
    return statements.all(NAMES, row -> row.getString(1));
  }

  private static final String DIRECTIONS =
      "select direction from study_directions where study_id = ? order by objective";

  /** An unset direction, which Python writes until the study has begun, counts as MINIMIZE. */
  List<Direction> directions(long id) throws SQLException {
    return statements.all(DIRECTIONS, row -> direction(row.getString(1)), id);
  }

  private static Direction direction(String stored) {
    return stored.equals("MAXIMIZE") ? Direction.MAXIMIZE : Direction.MINIMIZE;
  }

  private static final String SPACE =
      "select space_json from hone_studies where study_id = ? and space_json is not null";
  private static final String CATALOGUE =
      "select catalogue_json from hone_studies where study_id = ?";

  /** Of a study that Python made: no declared space, no catalogue. */
  StudyDefinition definition(long id) throws SQLException {
    String name = name(id);
    Optional<SearchSpace> space =
        statements.first(SPACE, row -> SpaceJson.read(Json.read(row.getString(1))), id);
    Optional<Catalogue> catalogue =
        statements.first(CATALOGUE, row -> Json.read(row.getString(1), Catalogue.class), id);
    return new StudyDefinition(name, directions(id), space, catalogue.orElse(Catalogue.empty()));
  }

  private static final String NAME = "select study_name from studies where study_id = ?";

  /**
   * @throws IllegalArgumentException if there is no such study
   */
  String name(long id) throws SQLException {
    return name(NAME, id);
  }

  /**
   * Keeps others from adding trials to the study, or deleting it, until the transaction ends.
   *
   * @throws IllegalArgumentException if there is no such study
   */
  void lock(long id) throws SQLException {
    name(NAME + dialect.forUpdate(), id);
  }

  private String name(String query, long id) throws SQLException {
    return statements
        .first(query, row -> row.getString(1), id)
        .orElseThrow(() -> new IllegalArgumentException("no study with id " + id));
  }

  private static final String OF_ITS_TRIALS =
      "delete from %s where trial_id in (select trial_id from trials where study_id = ?)";
  private static final List<String> TABLES_OF_TRIALS =
      List.of(
          "trial_user_attributes",
          "trial_system_attributes",
          "trial_params",
          "trial_values",
          "trial_intermediate_values",
          "trial_heartbeats");
  private static final String OF_IT = "delete from %s where study_id = ?";
  private static final List<String> TABLES_OF_STUDIES =
      List.of(
          "trials",
          "study_user_attributes",
          "study_system_attributes",
          "study_directions",
          "studies");

  /** Our own tables follow by trigger. */
  void delete(long id) throws SQLException {
    lock(id);
    for (String table : TABLES_OF_TRIALS) {
      statements.update(OF_ITS_TRIALS.formatted(table), id);
    }
    for (String table : TABLES_OF_STUDIES) {
      statements.update(OF_IT.formatted(table), id);
    }
  }
}
