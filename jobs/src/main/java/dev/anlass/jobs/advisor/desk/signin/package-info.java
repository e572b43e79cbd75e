/** Who somebody is: local users with passwords, OpenID Connect, and the tickets by which they are known again. */
@NullMarked
package dev.anlass.jobs.advisor.desk.signin;

import org.jspecify.annotations.NullMarked;
