/** Events, rules and actions as Kafka records: decoded, encoded, or rejected with a reason. */
@NullMarked
package dev.anlass.jobs.connector.kafka;

import org.jspecify.annotations.NullMarked;
