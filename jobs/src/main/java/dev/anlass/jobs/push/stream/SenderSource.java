package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/** Makes the senders of a subtask. */
public interface SenderSource extends Serializable {

    /** Those for which there will be senders; the app itself is not among them. */
    Set<Provider> providers();

    Map<Provider, Sender> open();
}
