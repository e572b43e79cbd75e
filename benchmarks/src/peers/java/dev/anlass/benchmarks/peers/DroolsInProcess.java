package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.Act.Viewed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.KieBase;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;

/**
 * Drools: a rule for each rule, in stream mode with a clock that the events move; views, of which no rule speaks, are not
 * inserted.
 *
 * <p>A rule joins every addition with every visit after it. That only the first visit counts is said by forbidding
 * another one before it.
 */
final class DroolsInProcess implements EngineInProcess {

    private static final String HEAD = """
            package compared;
            import dev.anlass.benchmarks.peers.Act.Added;
            import dev.anlass.benchmarks.peers.Act.Purchased;
            import dev.anlass.benchmarks.peers.Act.Visited;
            global dev.anlass.benchmarks.peers.Tally tally;
            declare Added @role(event) @timestamp(time) @expires(25h) end
            declare Purchased @role(event) @timestamp(time) @expires(25h) end
            declare Visited @role(event) @timestamp(time) @expires(25h) end
            """;

    private static final String RULE = """
            rule "%1$s" when
              $basket : Added(category == "%2$s", price > %3$s)
              $visit : Visited(customer == $basket.customer, this after[0ms, %4$dms] $basket)
              not Purchased(customer == $basket.customer, item == $basket.item, this after $basket, this before $visit)
              not Visited(customer == $basket.customer, this after $basket, this before $visit)
            then
              tally.add(%5$d, $visit.getCustomer(), $visit.getNumber());
            end
            """;

    private final KieBase rules;
    private final List<Act> acts = new ArrayList<>();
    private Tally tally = new Tally();
    private @Nullable KieSession session;

    DroolsInProcess(List<VisitRule> rules, List<ShopEvent> events) {
        this.rules = compiled(rules);
        events.forEach(event -> acts.add(Act.of(event)));
    }

    @Override
    public String name() {
        return "Drools";
    }

    @Override
    public void begin() {
        end();
        KieSessionConfiguration pseudoClock = KieServices.get().newKieSessionConfiguration();
        pseudoClock.setOption(ClockTypeOption.PSEUDO);
        tally = new Tally();
        KieSession fresh = rules.newKieSession(pseudoClock, null);
        fresh.setGlobal("tally", tally);
        session = fresh;
    }

    @Override
    public void run() {
        KieSession ready = session;
        if (ready == null) {
            throw new IllegalStateException("nothing has begun");
        }
        SessionPseudoClock clock = ready.getSessionClock();
        for (Act act : acts) {
            clock.advanceTime(act.getTime() - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
            if (!(act instanceof Viewed)) {
                ready.insert(act);
                ready.fireAllRules();
            }
        }
    }

    @Override
    public Tally.Found found() {
        return tally.found();
    }

    @Override
    public void end() {
        KieSession before = session;
        if (before != null) {
            before.dispose();
        }
        session = null;
    }

    private static KieBase compiled(List<VisitRule> rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/compared/rules.drl", text(rules));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        var options = services.newKieBaseConfiguration();
        options.setOption(EventProcessingOption.STREAM);
        return services.newKieContainer(builder.getKieModule().getReleaseId()).newKieBase(options);
    }

    private static String text(List<VisitRule> rules) {
        StringBuilder text = new StringBuilder(HEAD);
        for (VisitRule rule : rules) {
            text.append(RULE.formatted(
                    rule.name(), rule.category(), rule.threshold(), VisitRule.WITHIN.toMillis(), rule.number()));
        }
        return text.toString();
    }
}
