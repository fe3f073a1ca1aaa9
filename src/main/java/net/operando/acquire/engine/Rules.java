package net.operando.acquire.engine;

import java.util.ArrayList;
import java.util.List;

import net.operando.acquire.plan.Rule;

/** The rules of a plan while it runs. Used from the grabbing thread. */
final class Rules {

	/** The value of a quantity now; NaN if it is not known. */
	@FunctionalInterface
	interface Values {

		double of(net.operando.acquire.plan.Quantity quantity);
	}

	private final List<Rule> rules;
	private final List<ConditionWatch> watches = new ArrayList<>();
	private final boolean[] spent;

	Rules(final List<Rule> rules) {
		this.rules = rules;
		spent = new boolean[rules.size()];
		for (final Rule rule : rules)
			watches.add(new ConditionWatch(rule.when()));
	}

	/** The rules that act now. */
	List<Rule> due(final Values values, final long now) {
		final List<Rule> due = new ArrayList<>();
		for (int i = 0; i < rules.size(); i++) {
			final Rule rule = rules.get(i);
			if (!watches.get(i).becomesTrue(values.of(rule.when().quantity()), now) || spent[i]) continue;
			spent[i] = rule.isOnce();
			due.add(rule);
		}
		return due;
	}
}
