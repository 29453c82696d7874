-- What Hone keeps besides Optuna's tables: version 1. All names begin with hone_.
-- The references hold also when Python Optuna deletes a study.
CREATE TABLE hone_schema (
	version INTEGER NOT NULL
);
INSERT INTO hone_schema (version) VALUES (1);

-- What a study was defined as: space_json is NULL if its trials declare their parameters as they run.
CREATE TABLE hone_studies (
	study_id INTEGER NOT NULL,
	space_json TEXT,
	catalogue_json TEXT NOT NULL,
	PRIMARY KEY (study_id),
	FOREIGN KEY(study_id) REFERENCES studies (study_id) ON DELETE CASCADE
);

-- What meters of a trial read; value_type as in trial_intermediate_values.
CREATE TABLE hone_series (
	trial_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	step INTEGER NOT NULL,
	value FLOAT(53),
	value_type VARCHAR(7) NOT NULL,
	PRIMARY KEY (trial_id, name, step),
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id) ON DELETE CASCADE
);

CREATE TABLE hone_provenance (
	trial_id INTEGER NOT NULL,
	provenance_json TEXT NOT NULL,
	PRIMARY KEY (trial_id),
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id) ON DELETE CASCADE
);
