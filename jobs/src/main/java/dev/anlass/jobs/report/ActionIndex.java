package dev.anlass.jobs.report;

/** Which trigger each action or record is of, by a hash of its id: twelve bytes each, and some room. */
final class ActionIndex {

    private static final int FIRST_SLOTS = 1 << 10;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int NOBODY = 0;

    private long[] hashes = new long[FIRST_SLOTS];
    private int[] owners = new int[FIRST_SLOTS];
    private int filled;

    /**
     * Whether it is the first time.
     *
     * @param trigger a number from 0
     */
    boolean put(String id, int trigger) {
        if (filled * 2 >= hashes.length) {
            grow();
        }
        long hash = hash(id);
        int slot = slot(hash);
        boolean isNew = owners[slot] == NOBODY;
        filled += isNew ? 1 : 0;
        hashes[slot] = hash;
        owners[slot] = trigger + 1;
        return isNew;
    }

    /** The number of the trigger, the first time that it is asked for this action; afterwards and for others -1. */
    int take(String id) {
        int slot = slot(hash(id));
        int owner = owners[slot];
        if (owner <= 0) {
            return -1;
        }
        owners[slot] = -owner;
        return owner - 1;
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ hash >>> 32) & hashes.length - 1;
        while (owners[slot] != NOBODY && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldOwners = owners;
        hashes = new long[oldHashes.length * 2];
        owners = new int[oldOwners.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldOwners[i] != NOBODY) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                owners[slot] = oldOwners[i];
            }
        }
    }

    /** FNV-1a over the characters. */
    private static long hash(String id) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
