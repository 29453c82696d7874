package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.search.storage.AttributeKind;

/** One of Optuna's four tables of attributes: of studies or trials, the user's or the system's. */
record AttributeTable(String table, String owner) {
  private static final AttributeTable STUDY_USER =
      new AttributeTable("study_user_attributes", "study_id");
  private static final AttributeTable STUDY_SYSTEM =
      new AttributeTable("study_system_attributes", "study_id");
  private static final AttributeTable TRIAL_USER =
      new AttributeTable("trial_user_attributes", "trial_id");
  private static final AttributeTable TRIAL_SYSTEM =
      new AttributeTable("trial_system_attributes", "trial_id");

  static AttributeTable ofStudy(AttributeKind kind) {
    return kind == AttributeKind.USER ? STUDY_USER : STUDY_SYSTEM;
  }

  static AttributeTable ofTrial(AttributeKind kind) {
    return kind == AttributeKind.USER ? TRIAL_USER : TRIAL_SYSTEM;
  }

  private static final String SET =
      """
      insert into %s (%s, "key", value_json) values (?, ?, ?)
      on conflict (%2$s, "key") do update set value_json = excluded.value_json""";

  void set(Statements statements, long id, String key, Object value) throws SQLException {
    statements.update(SET.formatted(table, owner), id, key, Json.write(ValueJson.write(value)));
  }

  private static final String GET = "select \"key\", value_json from %s where %s = ?";

  /** All attributes of one owner. */
  Map<String, Object> get(Statements statements, long id) throws SQLException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    statements.each(
        GET.formatted(table, owner),
        row -> {
          JsonNode json = Json.read(row.getString(2));
          attributes.put(row.getString(1), ValueJson.read(json));
        },
        id);
    return attributes;
  }
}
