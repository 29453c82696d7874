package org.hone.search.testkit;

/**
 * What every storage keeps to. One that outlives the process meets {@link SharedStorageContract} as
 * well.
 */
public interface StorageContract
    extends StudyStorageContract, TrialStorageContract, ConcurrentStorageContract {}
