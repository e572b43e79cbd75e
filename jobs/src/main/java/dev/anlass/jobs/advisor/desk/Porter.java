package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.ListStore.Access;
import dev.anlass.jobs.advisor.desk.signin.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Lets people see what they may see, and writes down everybody who asked.
 *
 * <p>Advisors may see their own lists and the customers on them, heads those of their branches. What cannot be written
 * down is not shown.
 */
final class Porter {

    private final Seams seams;

    Porter(Seams seams) {
        this.seams = seams;
    }

    /** Lets a visitor look at an advisor's lists. */
    void look(Visitor visitor, String what, String advisor) {
        pass(visitor, what, advisor, maySee(visitor, advisor));
    }

    /** Goes on only if the advisor's lists may be seen; what is then seen on them is written down by itself. */
    void reach(Visitor visitor, String what, String advisor) {
        if (!maySee(visitor, advisor)) {
            throw nothing(visitor, what, advisor);
        }
    }

    /** Lets a visitor look at the story of a customer on an advisor's list. */
    void story(Visitor visitor, String advisor, String customer) {
        boolean isTheirs = maySee(visitor, advisor) && seams.lists().isCustomerOf(advisor, customer);
        pass(visitor, "story", customer, isTheirs);
    }

    /** Lets a visitor say what became of a row; only advisors may, of their own rows. */
    void feedback(Visitor visitor, String advisor) {
        pass(visitor, "feedback", advisor, advisor.equals(visitor.advisor()));
    }

    /** Lets a visitor look at a branch. */
    void branch(Visitor visitor, String branch) {
        pass(visitor, "branch", branch, visitor.headOf().contains(branch));
    }

    /** There is nothing of that name, or not for this visitor. */
    Refused nothing(Visitor visitor, String what, @Nullable String about) {
        note(visitor.name(), what, about, false);
        return new Refused();
    }

    /** Somebody came in or went out. */
    void note(String user, String what, boolean allowed) {
        note(user, what, null, allowed);
    }

    private boolean maySee(Visitor visitor, String advisor) {
        if (advisor.equals(visitor.advisor())) {
            return true;
        }
        Advisor known = seams.offices().advisor(advisor);
        return known != null && visitor.headOf().contains(known.branch().name());
    }

    private void pass(Visitor visitor, String what, String about, boolean isAllowed) {
        note(visitor.name(), what, about, isAllowed);
        if (!isAllowed) {
            throw new Refused();
        }
    }

    private void note(String user, String what, @Nullable String about, boolean allowed) {
        seams.lists()
                .accessed(new Access(user, what, about, allowed, seams.wall().millis()));
    }
}
