package net.operando.acquire.plan;

/** Cheap copies for the {@code with} methods of a plan's parts. Immutable once returned. */
abstract class PlanPart implements Cloneable {

	/** A copy, to be changed by the {@code with} method that asked for it and by nobody after that. */
	@SuppressWarnings("unchecked")
	final <T extends PlanPart> T copy() {
		try {
			return (T) clone();
		}
		catch (final CloneNotSupportedException e) {
			throw new AssertionError(e);
		}
	}
}
