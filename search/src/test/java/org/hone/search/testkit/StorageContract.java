package org.hone.search.testkit;

/**
 * What every storage keeps to, besides {@link HeartbeatStorageContract}. One that outlives the
 * process meets {@link SharedStorageContract} as well.
 */
public interface StorageContract
    extends StudyStorageContract,
        TrialStorageContract,
        OutcomeStorageContract,
        ConcurrentStorageContract {}
