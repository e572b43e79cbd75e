/** The senders of the providers: FCM, APNs, Web Push and a webhook, each by its own protocol. */
@NullMarked
package dev.anlass.jobs.push.provider;

import org.jspecify.annotations.NullMarked;
