-- What Hone keeps besides Optuna's tables: version 1. All names begin with hone_.
CREATE TABLE hone_schema (
	version INTEGER NOT NULL
);
INSERT INTO hone_schema (version) VALUES (1);

-- What a study was defined as: space_json is NULL if its trials declare their parameters as they run.
CREATE TABLE hone_studies (
	study_id INTEGER NOT NULL,
	space_json TEXT,
	catalogue_json TEXT NOT NULL,
	PRIMARY KEY (study_id)
);

-- What meters of a trial read; value_type as in trial_intermediate_values.
CREATE TABLE hone_series (
	trial_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	step INTEGER NOT NULL,
	value FLOAT,
	value_type VARCHAR(7) NOT NULL,
	PRIMARY KEY (trial_id, name, step)
) WITHOUT ROWID;

CREATE TABLE hone_provenance (
	trial_id INTEGER NOT NULL,
	provenance_json TEXT NOT NULL,
	PRIMARY KEY (trial_id)
);

-- The largest ids that were ever deleted: SQLite would give them out again.
CREATE TABLE hone_deleted (
	kind VARCHAR(5) NOT NULL,
	last_id INTEGER NOT NULL,
	PRIMARY KEY (kind)
);
INSERT INTO hone_deleted (kind, last_id) VALUES ('study', 0), ('trial', 0);

-- These hold also when Python Optuna deletes a study.
CREATE TRIGGER hone_study_deleted AFTER DELETE ON studies BEGIN
	DELETE FROM hone_studies WHERE study_id = OLD.study_id;
	UPDATE hone_deleted SET last_id = max(last_id, OLD.study_id) WHERE kind = 'study';
END;
CREATE TRIGGER hone_trial_deleted AFTER DELETE ON trials BEGIN
	DELETE FROM hone_series WHERE trial_id = OLD.trial_id;
	DELETE FROM hone_provenance WHERE trial_id = OLD.trial_id;
	UPDATE hone_deleted SET last_id = max(last_id, OLD.trial_id) WHERE kind = 'trial';
END;
