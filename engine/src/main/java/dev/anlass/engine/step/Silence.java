package dev.anlass.engine.step;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.FoldListener;
import dev.anlass.engine.match.Match;
import java.util.List;

/** Hears nothing of what a fold comes upon: for a fold whose facts alone are wanted. */
enum Silence implements FoldListener {
    INSTANCE;

    @Override
    public void found(Match match) {}

    @Override
    public void overtaken(String matchId) {}

    @Override
    public void counted(Counter counter, List<String> triggers) {}

    @Override
    public void consentExpired(long instant, Consents consents) {}

    @Override
    public void cameDue(long instant) {}

    @Override
    public void placeDone(OrderKey place) {}
}
