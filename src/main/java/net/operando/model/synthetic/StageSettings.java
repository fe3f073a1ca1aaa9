package net.operando.model.synthetic;

/** What the parameter objects of all stages share: cheap copies for their {@code with} methods. Immutable once returned. */
abstract class StageSettings implements Cloneable {

	/** A copy, to be changed by the {@code with} method that asked for it and by nobody after that. */
	@SuppressWarnings("unchecked")
	final <T extends StageSettings> T copy() {
		try {
			return (T) clone();
		}
		catch (final CloneNotSupportedException e) {
			throw new AssertionError(e);
		}
	}
}
