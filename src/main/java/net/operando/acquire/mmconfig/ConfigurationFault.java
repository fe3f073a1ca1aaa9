package net.operando.acquire.mmconfig;

/** What is wrong with one line of a configuration file. Immutable. */
public final class ConfigurationFault {

	private final int line;
	private final String problem;

	ConfigurationFault(final int line, final String problem) {
		this.line = line;
		this.problem = problem;
	}

	/** The line, counted from 1 as editors count. */
	public int line() {
		return line;
	}

	/** One sentence or two: what is wrong and what to do. */
	public String problem() {
		return problem;
	}

	/** "Line 12: ...". */
	@Override
	public String toString() {
		return "Line " + line + ": " + problem;
	}
}
